package io.millrace.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.event.ByteWalk;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The top-level field by which an event of {@code POST /v1/events} names its dataset. */
final class DatasetField {
    static final String NAME = "dataset";

    /** A stranger's names must neither fill the table of names nor fail the parser by colliding. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private DatasetField() {}

    /**
     * The same of an event whose end is not known yet.
     *
     * @return null also when the event is not plainly enough written
     */
    static @Nullable String glimpse(byte[] body, int offset) {
        ByteWalk walk = new ByteWalk(body, offset, body.length);
        if (!walk.take('{')) {
            return null;
        }
        do {
            if (!walk.name() || walk.escaped()) {
                return null;
            }
            if (walk.is(NAME)) {
                return walk.text() && !walk.escaped() ? walk.string() : null;
            }
            if (!walk.value()) {
                return null;
            }
        } while (walk.take(','));
        return null;
    }

    /**
     * Reads an event as far as the field; the first of two wins.
     *
     * @return null when the event has no such text, or is no JSON object as far as it was read
     */
    static @Nullable String find(byte[] body, Slice slice) {
        try (JsonParser json = JSON.createParser(body, slice.offset(), slice.length())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = json.currentName().equals(NAME);
                JsonToken value = json.nextToken();
                if (found) {
                    return value == JsonToken.VALUE_STRING ? json.getText() : null;
                }
                json.skipChildren();
            }
            return null;
        } catch (IOException e) {
            return null; // from memory only what the bytes are can fail: no JSON, or UTF-32 by its first NULs and then
            // not
        }
    }
}
