package io.millrace.bench.writer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one parse that nobody can do without: Jackson makes a row of Java values of an event's bytes, an object in it kept
 * as its text. No rule is checked, no time is read, no name is looked for under another.
 */
final class RowParse {
    private static final JsonFactory JSON = JsonFactory.builder()
            .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, false)
            .build();

    private final Map<String, Integer> columns = new HashMap<>();

    RowParse(List<String> fields) {
        fields.forEach(field -> columns.put(field, columns.size()));
    }

    @Nullable
    Object[] of(byte[] event) throws IOException {
        @Nullable Object[] row = new @Nullable Object[columns.size()];
        try (JsonParser json = JSON.createParser(event)) {
            json.nextToken();
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                JsonToken token = json.nextToken();
                Integer column = columns.get(field);
                if (column == null) {
                    json.skipChildren();
                } else {
                    row[column] = value(json, token, event);
                }
            }
        }
        return row;
    }

    private static @Nullable Object value(JsonParser json, JsonToken token, byte[] event) throws IOException {
        return switch (token) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case START_OBJECT, START_ARRAY -> {
                int from = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                int until = (int) json.currentLocation().getByteOffset();
                yield new String(event, from, until - from, StandardCharsets.UTF_8);
            }
            default -> null;
        };
    }
}
