package io.millrace.cdc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.event.CanonicalJson;
import io.millrace.event.Json;
import io.millrace.event.Rules;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes a row as JSON text, its decimals, dates and times decoded where the record's schema says what they are. */
final class ConnectJson {
    private final StringBuilder out = new StringBuilder();
    private final Predicate<String> column;

    private ConnectJson(Predicate<String> column) {
        this.column = column;
    }

    /** The row's text: exactly the sender's own where there is no schema. */
    static String of(JsonValue row, @Nullable ConnectSchema schema) throws IOException, UnreadableChangeException {
        return schema == null ? row.raw() : of(row, schema, name -> true);
    }

    /** The text of a row's columns, the other members left out. */
    static String of(JsonValue row, @Nullable ConnectSchema schema, Predicate<String> column)
            throws IOException, UnreadableChangeException {
        ConnectJson json = new ConnectJson(column);
        try (JsonParser parser = row.parser()) {
            parser.nextToken();
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                json.object(parser, schema, row.pointer(), json.column);
            } else {
                json.value(parser, schema, row.pointer());
            }
        }
        return json.out.toString();
    }

    private void value(JsonParser parser, @Nullable ConnectSchema schema, String pointer)
            throws IOException, UnreadableChangeException {
        JsonToken token = parser.currentToken();
        LogicalType type = schema == null ? null : LogicalType.find(schema.name());
        if (schema != null && type != null && token != JsonToken.VALUE_NULL) {
            String text = token.isScalarValue() ? type.decoder().decode(schema, token, parser.getText()) : null;
            decoded(text, pointer, type.wanted());
            return;
        }
        switch (token) {
            case START_OBJECT -> {
                if (schema != null && LogicalType.VARIABLE_SCALE_DECIMAL.equals(schema.name())) {
                    decoded(variableScaleDecimal(parser), pointer, LogicalType.decimalWanted());
                } else {
                    object(parser, schema, pointer, name -> true);
                }
            }
            case START_ARRAY -> array(parser, schema == null ? null : schema.items(), pointer);
            case VALUE_STRING -> CanonicalJson.string(parser.getText(), out);
            default -> out.append(parser.getText());
        }
    }

    private void object(JsonParser parser, @Nullable ConnectSchema schema, String pointer, Predicate<String> wanted)
            throws IOException, UnreadableChangeException {
        out.append('{');
        boolean first = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (!wanted.test(name)) {
                parser.skipChildren();
                continue;
            }
            if (!first) {
                out.append(',');
            }
            first = false;
            CanonicalJson.string(name, out);
            out.append(':');
            value(parser, schema == null ? null : schema.member(name), pointer + Json.pointer(name));
        }
        out.append('}');
    }

    private void array(JsonParser parser, @Nullable ConnectSchema items, String pointer)
            throws IOException, UnreadableChangeException {
        out.append('[');
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            out.append(i == 0 ? "" : ",");
            value(parser, items, pointer + "/" + i);
        }
        out.append(']');
    }

    private void decoded(@Nullable String text, String pointer, String wanted) throws UnreadableChangeException {
        if (text == null) {
            throw new UnreadableChangeException(Rules.TYPE, pointer, wanted);
        }
        CanonicalJson.string(text, out);
    }

    private static @Nullable String variableScaleDecimal(JsonParser parser) throws IOException {
        Integer scale = null;
        String unscaled = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("scale") && token == JsonToken.VALUE_NUMBER_INT) {
                scale = LogicalType.scale(parser.getText());
            } else if (name.equals("value") && token == JsonToken.VALUE_STRING) {
                unscaled = parser.getText();
            }
            parser.skipChildren();
        }
        return scale == null || unscaled == null ? null : LogicalType.decimal(unscaled, scale);
    }
}
