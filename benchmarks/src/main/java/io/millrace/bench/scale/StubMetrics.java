package io.millrace.bench.scale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.MetricsModes;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/** Counts and bounds of all columns for which a table's settings want them, which is most of a file's entry. */
final class StubMetrics {
    private static final long ROWS = 5_000;
    private static final String SIXTEEN = "0123456789abcdef";

    static Metrics of(Table table) {
        MetricsConfig config = MetricsConfig.forTable(table);
        Map<Integer, Long> sizes = new HashMap<>();
        Map<Integer, Long> values = new HashMap<>();
        Map<Integer, Long> nulls = new HashMap<>();
        Map<Integer, ByteBuffer> bounds = new HashMap<>();
        for (NestedField column : table.schema().columns()) {
            sizes.put(column.fieldId(), 20_000L);
            values.put(column.fieldId(), ROWS);
            nulls.put(column.fieldId(), 0L);
            if (!(config.columnMode(column.name()) instanceof MetricsModes.Counts)) {
                bounds.put(column.fieldId(), Conversions.toByteBuffer(column.type(), value(column.type())));
            }
        }
        return new Metrics(ROWS, sizes, values, nulls, Map.of(), bounds, bounds);
    }

    private static Object value(Type type) {
        return switch (type.typeId()) {
            case BOOLEAN -> true;
            case INTEGER, DATE -> 20_000;
            case LONG, TIMESTAMP -> 1_790_000_000_000_000L;
            case DOUBLE -> 1.5;
            case DECIMAL ->
                new BigDecimal("12.3456789").setScale(((Types.DecimalType) type).scale(), RoundingMode.DOWN);
            case BINARY -> ByteBuffer.wrap(new byte[16]);
            default -> SIXTEEN;
        };
    }

    private StubMetrics() {}
}
