package io.millrace.local.gateway.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a result.
 *
 * @param type the engine's type, such as {@code decimal(10, 2)}
 */
public record ResultColumn(String name, String type) {
    private static final Pattern TYPE = Pattern.compile("([a-z0-9_ ]+?)(?:\\(([0-9, ]*)\\))?( with time zone)?");
    private static final int UNBOUNDED = Integer.MAX_VALUE;
    private static final Map<String, Integer> PRECISIONS = Map.of(
            "tinyint", 3,
            "smallint", 5,
            "integer", 10,
            "bigint", 19,
            "float", 17,
            "double", 17,
            "varbinary", 1_073_741_824,
            "timestamp", 3,
            "timestamp with time zone", 3,
            "json", UNBOUNDED);

    /** The name Athena has for the type, without its parameters. */
    public String athenaType() {
        Matcher matcher = matcher();
        if (!matcher.matches()) {
            return type.substring(0, type.indexOf('(')); // array, map, row: their parameters are types
        }
        String base = matcher.group(1);
        String zone = matcher.group(3) == null ? "" : matcher.group(3);
        return (base.equals("real") ? "float" : base) + zone;
    }

    /** As {@code ColumnInfo} of {@code ResultSetMetadata}. */
    public ObjectNode columnInfo() {
        String athenaType = athenaType();
        int precision = PRECISIONS.getOrDefault(athenaType, 0);
        int scale = 0;
        if (athenaType.equals("varchar") || athenaType.equals("char")) {
            precision = parameter(0, UNBOUNDED);
        } else if (athenaType.equals("decimal")) {
            precision = parameter(0, 38);
            scale = parameter(1, 0);
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("CatalogName", "hive")
                .put("SchemaName", "")
                .put("TableName", "")
                .put("Name", name)
                .put("Label", name)
                .put("Type", athenaType)
                .put("Precision", precision)
                .put("Scale", scale)
                .put("Nullable", "UNKNOWN")
                .put("CaseSensitive", athenaType.equals("varchar") || athenaType.equals("char"));
    }

    private int parameter(int index, int absent) {
        Matcher matcher = matcher();
        String parameters = matcher.matches() ? matcher.group(2) : null;
        if (parameters == null) {
            return absent;
        }
        String[] parts = parameters.split(",", -1);
        return index < parts.length ? Integer.parseInt(parts[index].strip()) : absent;
    }

    private Matcher matcher() {
        return TYPE.matcher(type.toLowerCase(Locale.ROOT));
    }
}
