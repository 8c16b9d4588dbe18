package io.millrace.cdc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record's own schema says of a value, in the form of Kafka Connect's JsonConverter. What is not understood of it
 * is left out, and the values that it is about stay as they are.
 *
 * @param name of the logical type, or null for a plain value
 * @param scale of a decimal, or null
 * @param fields schemas of a struct's members
 * @param items schema of an array's items or of a map's values
 */
record ConnectSchema(
        @Nullable String name,
        @Nullable Integer scale,
        Map<String, ConnectSchema> fields,
        @Nullable ConnectSchema items) {

    static @Nullable ConnectSchema read(JsonValue value) throws IOException {
        if (!value.isObject()) {
            return null;
        }
        try (JsonParser parser = value.parser()) {
            parser.nextToken();
            return read(parser).schema();
        }
    }

    /** The schema of a struct's member, or of a map's value. */
    @Nullable
    ConnectSchema member(String memberName) {
        return fields.isEmpty() ? items : fields.get(memberName);
    }

    /** A schema, and the name of the struct's member that it is for. */
    private record Named(@Nullable String field, ConnectSchema schema) {}

    private static Named read(JsonParser parser) throws IOException {
        String field = null;
        String name = null;
        Integer scale = null;
        Map<String, ConnectSchema> fields = new HashMap<>();
        ConnectSchema items = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING && key.equals("field")) {
                field = parser.getText();
            } else if (token == JsonToken.VALUE_STRING && key.equals("name")) {
                name = parser.getText();
            } else if (token == JsonToken.START_OBJECT && key.equals("parameters")) {
                scale = scale(parser);
            } else if (token == JsonToken.START_OBJECT && (key.equals("items") || key.equals("values"))) {
                items = read(parser).schema();
            } else if (token == JsonToken.START_ARRAY && key.equals("fields")) {
                readFields(parser, fields);
            } else {
                parser.skipChildren();
            }
        }
        return new Named(field, new ConnectSchema(name, scale, fields, items));
    }

    private static void readFields(JsonParser parser, Map<String, ConnectSchema> fields) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            Named each = read(parser);
            if (each.field() != null) {
                fields.put(each.field(), each.schema());
            }
        }
    }

    private static @Nullable Integer scale(JsonParser parser) throws IOException {
        Integer scale = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken token = parser.nextToken();
            if (key.equals("scale") && token.isScalarValue()) {
                scale = LogicalType.scale(parser.getText());
            }
            parser.skipChildren();
        }
        return scale;
    }
}
