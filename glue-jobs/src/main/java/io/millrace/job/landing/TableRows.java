package io.millrace.job.landing;

import io.millrace.contract.Column;
import io.millrace.contract.TableDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** A contract's table in Spark's words. */
final class TableRows {
    private TableRows() {}

    static StructType schema(TableDefinition table) {
        return DataTypes.createStructType(table.columns().stream()
                .map(column -> DataTypes.createStructField(column.name(), type(column), true))
                .toArray(StructField[]::new));
    }

    /** A row as {@link io.millrace.event.RowBuilder} makes it; null stays null. */
    static @Nullable Row row(TableDefinition table, @Nullable Object @Nullable [] values) {
        if (values == null) {
            return null;
        }
        List<Column> columns = table.columns();
        @Nullable Object[] converted = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            converted[i] = value(columns.get(i), values[i]);
        }
        return RowFactory.create(converted);
    }

    private static DataType type(Column column) {
        return switch (column.type()) {
            case STRING -> DataTypes.StringType;
            case BINARY -> DataTypes.BinaryType;
            case BOOLEAN -> DataTypes.BooleanType;
            case INT -> DataTypes.IntegerType;
            case LONG -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case DECIMAL -> DataTypes.createDecimalType(column.precision(), column.scale());
            case TIMESTAMP -> DataTypes.TimestampType;
            case DATE -> DataTypes.DateType;
        };
    }

    private static @Nullable Object value(Column column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (column.type()) {
            case TIMESTAMP -> {
                long micros = (Long) value;
                yield Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
            }
            case DATE -> LocalDate.ofEpochDay((Integer) value);
            default -> value;
        };
    }
}
