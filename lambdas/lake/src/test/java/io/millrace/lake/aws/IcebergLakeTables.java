package io.millrace.lake.aws;

import io.millrace.lake.DataFileRef;
import io.millrace.proof.world.LakeTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types;

/**
 * Iceberg itself under the simulated protocol, in memory. At every some commits a rival comes in between, and at every
 * some the answer is lost inside Iceberg.
 */
final class IcebergLakeTables implements LakeTables {
    private static final Schema SCHEMA = new Schema(Types.NestedField.optional(1, "payload", Types.StringType.get()));
    private static final PartitionSpec SPEC = PartitionSpec.unpartitioned();
    /** Merging manifests waits in steps of 10 ms, which a schedule has no time for. */
    private static final Map<String, String> PROPERTIES =
            Map.of("commit.retry.min-wait-ms", "1", "commit.manifest-merge.enabled", "false");

    private static final int RIVAL_EVERY = 5;
    private static final int UNKNOWN_EVERY = 11;

    private final RivalCatalog catalog = RivalCatalog.empty();
    private final IcebergTables tables = new IcebergTables(catalog);
    private final Set<String> names = new TreeSet<>();
    private int appends;

    IcebergLakeTables() {
        catalog.createNamespace(Namespace.of("sim"));
    }

    @Override
    public long fold(String table) {
        create(table);
        return tables.fold(table);
    }

    @Override
    public boolean append(String table, long previous, long fold, List<DataFileRef> files) {
        create(table);
        List<DataFileRef> described = new ArrayList<>();
        for (DataFileRef file : files) {
            String json = DataFileJson.write(dataFile(file.path(), file.records()), SPEC);
            described.add(new DataFileRef(file.table(), file.path(), file.records(), file.bytes(), json));
        }
        appends++;
        if (appends % RIVAL_EVERY == 0) {
            catalog.beforeNextCommit(() -> load(table)
                    .updateProperties()
                    .set("rival", Integer.toString(appends))
                    .commit());
        }
        if (appends % UNKNOWN_EVERY == 0) {
            catalog.afterNextCommit(() -> {
                throw new CommitStateUnknownException(new IOException("connection reset"));
            });
        }
        try {
            return tables.append(table, previous, fold, described);
        } finally {
            // A table that holds the fold already is not committed to; its fault must not befall the next commit.
            catalog.nothingMore();
        }
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    public Collection<String> files(String table) {
        List<String> paths = new ArrayList<>();
        try (CloseableIterable<FileScanTask> files = load(table).newScan().planFiles()) {
            files.forEach(file -> paths.add(file.file().location()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list files of " + table, e);
        }
        return paths;
    }

    @Override
    public boolean replace(String table, Collection<String> old, String compacted, long carriedMark) {
        RewriteFiles rewrite = load(table).newRewrite();
        old.forEach(path -> rewrite.deleteFile(dataFile(path, 1)));
        rewrite.addFile(dataFile(compacted, 1));
        try {
            rewrite.commit();
            return true;
        } catch (ValidationException e) {
            return false;
        }
    }

    @Override
    public void expireSnapshots(String table) {
        load(table)
                .expireSnapshots()
                .expireOlderThan(Long.MAX_VALUE)
                .retainLast(1)
                .cleanupLevel(ExpireSnapshots.CleanupLevel.NONE)
                .commit();
    }

    private void create(String table) {
        if (names.add(table)) {
            catalog.createTable(TableIdentifier.parse(table), SCHEMA, SPEC, PROPERTIES);
        }
    }

    private Table load(String table) {
        return catalog.loadTable(TableIdentifier.parse(table));
    }

    private static DataFile dataFile(String path, long records) {
        return DataFiles.builder(SPEC)
                .withPath(path)
                .withFormat("parquet")
                .withRecordCount(records)
                .withFileSizeInBytes(10)
                .build();
    }
}
