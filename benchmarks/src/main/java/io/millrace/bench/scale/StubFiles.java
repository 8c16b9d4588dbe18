package io.millrace.bench.scale;

import io.millrace.contract.TableDefinition;
import io.millrace.lake.DataFileRef;
import io.millrace.lake.TableFiles;
import io.millrace.lake.aws.Databases;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.iceberg.ContentFileParser;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;

/** Entries of data files that have no content, as large as real ones: with the path, the partition and all bounds. */
final class StubFiles implements TableFiles {
    private static final long BYTES = 400_000;

    private final Catalog catalog;
    private final Databases databases;
    private final Map<TableDefinition, Target> targets = new HashMap<>();

    StubFiles(Catalog catalog, Databases databases) {
        this.catalog = catalog;
        this.databases = databases;
    }

    @Override
    public List<DataFileRef> write(TableDefinition definition, List<Object[]> rows, String name) {
        Target target = targets.computeIfAbsent(definition, this::target);
        return rows.stream()
                .map(row -> (LocalDate) Objects.requireNonNull(row[0]))
                .distinct()
                .map(day -> file(target, day, name))
                .toList();
    }

    private Target target(TableDefinition definition) {
        TableIdentifier id = databases.table(definition);
        Table table = catalog.loadTable(id);
        return new Target(id.toString(), table, StubMetrics.of(table));
    }

    private static DataFileRef file(Target target, LocalDate day, String name) {
        PartitionSpec spec = target.table().spec();
        PartitionData partition = new PartitionData(spec.partitionType());
        partition.set(0, (int) day.toEpochDay());
        String file = name.replace('/', '-') + "-" + UUID.randomUUID() + ".parquet";
        DataFile entry = entry(
                spec,
                target.table().locationProvider().newDataLocation(spec, partition, file),
                partition,
                target.metrics(),
                BYTES);
        return new DataFileRef(
                target.name(),
                entry.location(),
                entry.recordCount(),
                entry.fileSizeInBytes(),
                ContentFileParser.toJson(entry, spec));
    }

    /** One entry for a manifest. */
    static DataFile entry(PartitionSpec spec, String path, PartitionData partition, Metrics metrics, long bytes) {
        return DataFiles.builder(spec)
                .withPath(path)
                .withFormat("parquet")
                .withPartition(partition)
                .withMetrics(metrics)
                .withFileSizeInBytes(bytes)
                .build();
    }

    private record Target(String name, Table table, Metrics metrics) {}
}
