package io.millrace.local.gateway.engine;

import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.DataType;
import io.trino.sql.tree.DataTypeParameter;
import io.trino.sql.tree.DateTimeDataType;
import io.trino.sql.tree.GenericDataType;
import io.trino.sql.tree.RowDataType;
import io.trino.sql.tree.TypeParameter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A type in the engine's words, such as {@code map(varchar, timestamp(3))}. */
public record EngineType(DataType tree) {
    /** Reads a type as the engine names it. */
    public static EngineType of(String text) {
        return new EngineType(new SqlParser().createType(text));
    }

    /** The nearest type that an Iceberg table can hold; its own spelling when that is itself. */
    public String storable() {
        if (tree instanceof DateTimeDataType time) {
            String zone = time.isWithTimeZone() ? " with time zone" : "";
            return time.getType() == DateTimeDataType.Type.TIMESTAMP ? "timestamp(6)" + zone : "time(6)";
        }
        if (tree instanceof RowDataType row) {
            return row.getFields().stream()
                    .map(field -> field.getName().map(name -> name + " ").orElse("")
                            + new EngineType(field.getType()).storable())
                    .collect(Collectors.joining(", ", "row(", ")"));
        }
        if (tree instanceof GenericDataType generic) {
            return switch (name(generic)) {
                case "tinyint", "smallint" -> "integer";
                case "char", "json" -> "varchar";
                case "array", "map" ->
                    types(generic).stream()
                            .map(EngineType::storable)
                            .collect(Collectors.joining(", ", name(generic) + "(", ")"));
                default -> spelled();
            };
        }
        return spelled();
    }

    /** As the Glue catalog has it: {@code map<string,timestamp>}. */
    public String inGlue() {
        if (tree instanceof DateTimeDataType time) {
            return time.getType().name().toLowerCase(Locale.ROOT);
        }
        if (tree instanceof RowDataType row) {
            return row.getFields().stream()
                    .map(field -> field.getName().map(name -> name.getValue()).orElse("field") + ":"
                            + new EngineType(field.getType()).inGlue())
                    .collect(Collectors.joining(",", "struct<", ">"));
        }
        if (tree instanceof GenericDataType generic) {
            return switch (name(generic)) {
                case "integer" -> "int";
                case "real" -> "float";
                case "varbinary" -> "binary";
                case "varchar" -> generic.getArguments().isEmpty() ? "string" : spelled();
                case "array", "map" ->
                    types(generic).stream()
                            .map(EngineType::inGlue)
                            .collect(Collectors.joining(",", name(generic) + "<", ">"));
                default -> spelled();
            };
        }
        return spelled();
    }

    /** As the engine spells it, without blanks that say nothing. */
    public String spelled() {
        return tree.toString().toLowerCase(Locale.ROOT).replace(", ", ",");
    }

    private static String name(GenericDataType type) {
        return type.getName().getValue().toLowerCase(Locale.ROOT);
    }

    private static List<EngineType> types(GenericDataType type) {
        return type.getArguments().stream().map(EngineType::type).toList();
    }

    private static EngineType type(DataTypeParameter parameter) {
        return new EngineType(((TypeParameter) parameter).getValue());
    }
}
