package io.millrace.lake.aws;

import io.millrace.contract.TableDefinition;
import io.millrace.lake.DataFileRef;
import io.millrace.lake.TableFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Table;

/**
 * Rows into Parquet files, one for each partition that they touch, written one after another: an import may span half a
 * year of days, and each open file costs buffers.
 */
public final class IcebergTableFiles implements TableFiles {
    private final OpenTables tables;

    public IcebergTableFiles(OpenTables tables) {
        this.tables = tables;
    }

    @Override
    public List<DataFileRef> write(TableDefinition definition, List<Object[]> rows, String name) {
        if (rows.isEmpty()) {
            return List.of();
        }
        OpenTable table = tables.open(definition);
        ParquetDataFiles files = new ParquetDataFiles(table, name);
        List<DataFileRef> written = new ArrayList<>();
        byPartition(table, rows).forEach((key, part) -> written.add(files.write(key, part)));
        return List.copyOf(written);
    }

    private static Map<PartitionKey, List<Object[]>> byPartition(OpenTable open, List<Object[]> rows) {
        Table table = open.table();
        PartitionKey key = new PartitionKey(table.spec(), table.schema());
        BoundRow row = new BoundRow(open.binding());
        Map<PartitionKey, List<Object[]>> parts = new LinkedHashMap<>();
        for (Object[] values : rows) {
            key.partition(row.on(values));
            List<Object[]> part = parts.get(key);
            if (part == null) {
                part = new ArrayList<>();
                parts.put(key.copy(), part);
            }
            part.add(values);
        }
        return parts;
    }
}
