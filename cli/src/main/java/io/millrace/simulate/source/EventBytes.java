package io.millrace.simulate.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** An event's bytes: one line of UTF-8 JSON. */
public final class EventBytes {

    private static final ObjectWriter WRITER = new ObjectMapper().writer();

    private EventBytes() {}

    public static byte[] of(ObjectNode event) {
        try {
            return WRITER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
