package io.millrace.serving.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value as JSON. A type always becomes the same kind of JSON, whatever the value:
 *
 * <ul>
 *   <li>boolean: true or false; tinyint, smallint, integer, bigint: a number, all its digits
 *   <li>real, double: a number; null for NaN and the infinities, for which JSON has none
 *   <li>decimal: text, so that no reader rounds it
 *   <li>date, time, timestamp: ISO 8601 text; with a time zone: of UTC, ending in Z
 *   <li>varbinary: base64 text
 *   <li>all others (varchar, json, array, map, row): text as the engine writes it
 * </ul>
 */
final class JsonValue {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern TIMESTAMP = Pattern.compile("(\\d+-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)");

    private JsonValue() {}

    static JsonNode of(String type, @Nullable String text) {
        if (text == null) {
            return JSON.nullNode();
        }
        return switch (type) {
            case "boolean" -> JSON.booleanNode(Boolean.parseBoolean(text));
            case "tinyint", "smallint", "int", "integer", "bigint" -> JSON.numberNode(new BigInteger(text));
            case "float", "real", "double" -> number(text);
            case "timestamp", "timestamp without time zone" -> JSON.textNode(iso(text));
            case "timestamp with time zone" ->
                JSON.textNode(text.endsWith(" UTC") ? iso(text.substring(0, text.length() - 4)) + "Z" : text);
            case "varbinary" -> JSON.binaryNode(HexFormat.of().parseHex(text.replace(" ", "")));
            default -> JSON.textNode(text);
        };
    }

    private static JsonNode number(String text) {
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? DoubleNode.valueOf(value) : JSON.nullNode();
    }

    private static String iso(String text) {
        return TIMESTAMP.matcher(text).replaceFirst("$1T$2");
    }
}
