package io.millrace.cdc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.event.CanonicalJson;
import io.millrace.event.Json;
import io.millrace.event.Rules;
import io.millrace.event.Utf8;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * A value of a record, left as bytes where it lies, so that what nobody decodes stays exactly as it was sent.
 *
 * @param json the record's bytes, known to be JSON in UTF-8
 * @param token what kind of value it is, by its first token
 * @param pointer where it is in the record
 */
@SuppressWarnings("ArrayRecordComponent") // a view, never compared
record JsonValue(byte[] json, int offset, int length, JsonToken token, String pointer) {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");

    boolean isObject() {
        return token == JsonToken.START_OBJECT;
    }

    boolean isNull() {
        return token == JsonToken.VALUE_NULL;
    }

    boolean isText() {
        return token == JsonToken.VALUE_STRING;
    }

    /** The sender's own text of it. */
    String raw() {
        return new String(json, offset, length, UTF_8);
    }

    /** One spelling for values that say the same. */
    String canonical() throws IOException {
        try (JsonParser parser = parser()) {
            return CanonicalJson.of(parser);
        }
    }

    JsonParser parser() throws IOException {
        return Json.parser(json, offset, length);
    }

    JsonObject object() throws IOException, UnreadableChangeException {
        if (!isObject()) {
            throw unreadable("must be an object");
        }
        return JsonObject.read(this);
    }

    String text() throws IOException, UnreadableChangeException {
        if (!isText()) {
            throw unreadable("must be a string");
        }
        String text = scalar();
        if (Utf8.hasLoneSurrogate(text)) {
            throw unreadable("must be Unicode text, holds half of a surrogate pair");
        }
        return text;
    }

    /** A whole number of 64 bits, also as a string: flattened records and DMS have both. */
    long whole() throws IOException, UnreadableChangeException {
        if (isText() || token == JsonToken.VALUE_NUMBER_INT) {
            String text = scalar();
            if (WHOLE.matcher(text).matches()) {
                try {
                    return Long.parseLong(text);
                } catch (NumberFormatException e) {
                    throw new UnreadableChangeException(Rules.RANGE, pointer, "must fit 64 bits");
                }
            }
        }
        throw unreadable("must be a whole number of 64 bits");
    }

    private String scalar() throws IOException {
        try (JsonParser parser = parser()) {
            parser.nextToken();
            return parser.getText();
        }
    }

    private UnreadableChangeException unreadable(String reason) {
        return new UnreadableChangeException(Rules.TYPE, pointer, reason);
    }
}
