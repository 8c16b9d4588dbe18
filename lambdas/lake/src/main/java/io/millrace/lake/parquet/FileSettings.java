package io.millrace.lake.parquet;

import static org.apache.iceberg.TableProperties.PARQUET_DICT_ENCODING_ENABLED_COLUMN_PREFIX;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.MetricsModes;
import org.apache.iceberg.Table;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.util.PropertyUtil;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * What a table's schema and properties ask of its files. Of the {@code write.parquet} properties only the columns without
 * a dictionary count; the rest is for those who write larger files, as compaction does.
 *
 * @param columns the leaves of the schema, in its order
 */
record FileSettings(MessageType schema, List<ColumnSettings> columns, MetricsConfig metrics) {
    /**
     * What is asked of a column.
     *
     * @param field number of the schema's field that it is, or is a part of
     * @param bounded whether its bounds are of use
     * @param mayRepeat whether a dictionary may pay
     */
    record ColumnSettings(ColumnDescriptor leaf, int field, boolean bounded, boolean mayRepeat) {}

    static FileSettings of(Table table) {
        MessageType schema = ParquetSchemaUtil.convert(table.schema(), "table");
        MetricsConfig metrics = MetricsConfig.forTable(table);
        List<ColumnSettings> columns = new ArrayList<>();
        for (ColumnDescriptor leaf : schema.getColumns()) {
            int field = schema.getFieldIndex(leaf.getPath()[0]);
            columns.add(settings(table, metrics, leaf, field));
        }
        return new FileSettings(schema, List.copyOf(columns), metrics);
    }

    private static ColumnSettings settings(Table table, MetricsConfig metrics, ColumnDescriptor leaf, int field) {
        NestedField column = table.schema().columns().get(field);
        MetricsModes.MetricsMode mode = metrics.columnMode(column.name());
        boolean bounded = mode != MetricsModes.None.get() && mode != MetricsModes.Counts.get();
        // Parquet has no dictionaries of booleans.
        boolean mayRepeat = leaf.getPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.BOOLEAN
                && PropertyUtil.propertyAsBoolean(
                        table.properties(), PARQUET_DICT_ENCODING_ENABLED_COLUMN_PREFIX + column.name(), true);
        return new ColumnSettings(leaf, field, bounded, mayRepeat);
    }
}
