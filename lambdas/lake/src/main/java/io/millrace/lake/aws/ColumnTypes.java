package io.millrace.lake.aws;

import io.millrace.contract.Column;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** The contract's column types as Iceberg's. */
final class ColumnTypes {
    static Type iceberg(Column column) {
        return switch (column.type()) {
            case STRING -> Types.StringType.get();
            case BINARY -> Types.BinaryType.get();
            case BOOLEAN -> Types.BooleanType.get();
            case INT -> Types.IntegerType.get();
            case LONG -> Types.LongType.get();
            case DOUBLE -> Types.DoubleType.get();
            case DECIMAL -> Types.DecimalType.of(column.precision(), column.scale());
            case TIMESTAMP -> Types.TimestampType.withZone();
            case DATE -> Types.DateType.get();
        };
    }

    private ColumnTypes() {}
}
