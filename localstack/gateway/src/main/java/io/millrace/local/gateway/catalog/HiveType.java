package io.millrace.local.gateway.catalog;

import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Iceberg's types as Athena's DDL and the Glue catalog spell them. */
public final class HiveType {
    private final String pause;

    private HiveType(String pause) {
        this.pause = pause;
    }

    /** As the Glue catalog has it: {@code map<string,int>}, {@code decimal(10,2)}. */
    public static String inGlue(Type type) {
        return new HiveType("").of(type);
    }

    /** As DESCRIBE and SHOW CREATE TABLE print it: {@code map<string, int>}, {@code struct<a: int>}. */
    public static String printed(Type type) {
        return new HiveType(" ").of(type);
    }

    private String of(Type type) {
        return switch (type.typeId()) {
            case INTEGER -> "int";
            case LONG -> "bigint";
            case FIXED, BINARY -> "binary";
            case UUID -> "uuid";
            case TIME -> "time";
            case TIMESTAMP ->
                !pause.isEmpty() && ((Types.TimestampType) type).shouldAdjustToUTC()
                        ? "timestamp with time zone"
                        : "timestamp";
            case DECIMAL -> {
                Types.DecimalType decimal = (Types.DecimalType) type;
                yield "decimal(" + decimal.precision() + "," + pause + decimal.scale() + ")";
            }
            case LIST -> "array<" + of(type.asListType().elementType()) + ">";
            case MAP ->
                "map<" + of(type.asMapType().keyType()) + "," + pause
                        + of(type.asMapType().valueType()) + ">";
            case STRUCT ->
                type.asStructType().fields().stream()
                        .map(field -> field.name() + ":" + pause + of(field.type()))
                        .collect(Collectors.joining("," + pause, "struct<", ">"));
            default -> type.typeId().name().toLowerCase(Locale.ROOT);
        };
    }
}
