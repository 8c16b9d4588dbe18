package io.millrace.bench.lake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.io.FileIO;
import org.jspecify.annotations.Nullable;

/**
 * A catalog that keeps its tables' metadata as objects, so that a month of commits takes minutes: what a commit does apart
 * from writing and reading its metadata file is Iceberg's own code. {@link #throughFiles} switches to metadata files, as
 * every real catalog has them, to measure what they cost. What Glue's catalog would be asked is counted.
 */
public final class MemoryCatalog extends InMemoryCatalog {
    private final Map<TableIdentifier, TableMetadata> tables =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    private final FileIO files;
    private final CallCount calls;
    private boolean throughFiles;

    private MemoryCatalog(FileIO files, CallCount calls) {
        this.files = files;
        this.calls = calls;
    }

    /**
     * One without tables.
     *
     * @param files where manifests, and metadata files if wanted, are
     */
    public static MemoryCatalog empty(FileIO files, CallCount calls) {
        MemoryCatalog catalog = new MemoryCatalog(files, calls);
        catalog.initialize("memory", Map.of());
        return catalog;
    }

    FileIO files() {
        return files;
    }

    CallCount calls() {
        return calls;
    }

    /** Names of all tables. */
    public List<TableIdentifier> tables() {
        return List.copyOf(tables.keySet());
    }

    /** A table's newest metadata. */
    public TableMetadata metadata(TableIdentifier table) {
        TableMetadata newest = tables.get(table);
        if (newest == null) {
            throw new NoSuchTableException("Cannot find %s", table);
        }
        return newest;
    }

    /** From now on, metadata goes through files, or no longer does. */
    public void throughFiles(boolean wanted) {
        if (wanted && !throughFiles) {
            tables.values()
                    .forEach(each ->
                            TableMetadataParser.overwrite(each, files.newOutputFile(each.metadataFileLocation())));
        } else if (throughFiles && !wanted) {
            tables.values().forEach(each -> files.deleteFile(each.metadataFileLocation()));
        }
        throughFiles = wanted;
    }

    @Nullable
    TableMetadata newest(TableIdentifier table) {
        TableMetadata newest = tables.get(table);
        return newest == null || !throughFiles
                ? newest
                : TableMetadataParser.read(files, newest.metadataFileLocation());
    }

    /** Where the newest metadata lies, or null if there is no such table. */
    @Nullable
    String pointer(TableIdentifier table) {
        TableMetadata newest = tables.get(table);
        return newest == null ? null : newest.metadataFileLocation();
    }

    void move(TableIdentifier table, TableMetadata metadata, String location) {
        String before = pointer(table);
        if (throughFiles) {
            TableMetadataParser.write(metadata, files.newOutputFile(location));
        }
        tables.put(
                table,
                TableMetadata.buildFrom(metadata)
                        .discardChanges()
                        .withMetadataLocation(location)
                        .build());
        if (throughFiles && before != null) {
            files.deleteFile(before);
        }
    }

    @Override
    protected TableOperations newTableOps(TableIdentifier table) {
        return new MemoryOperations(this, table);
    }

    @Override
    public List<TableIdentifier> listTables(Namespace namespace) {
        return tables.keySet().stream()
                .filter(table -> table.namespace().equals(namespace))
                .toList();
    }

    @Override
    public boolean dropTable(TableIdentifier table, boolean purge) {
        return tables.remove(table) != null;
    }
}
