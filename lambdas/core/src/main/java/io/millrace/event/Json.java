package io.millrace.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;

/** How JSON from strangers is read. */
public final class Json {
    public static final int MAX_DEPTH = 100;

    /** An attacker's names must neither fill the string table nor fail the parser by colliding hashes. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private Json() {}

    /** The bytes must be UTF-8; then the parser's byte offsets count from {@code offset}. */
    public static JsonParser parser(byte[] utf8, int offset, int length) throws IOException {
        return FACTORY.createParser(utf8, offset, length);
    }

    /** An RFC 6901 pointer to a member of the event. */
    public static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** What the parser found wrong and where, without quoting the sender's bytes. */
    public static String where(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String place = location == null ? "" : " at byte " + location.getByteOffset();
        return (e instanceof JsonEOFException ? "ends too early" : "unexpected character or token") + place;
    }
}
