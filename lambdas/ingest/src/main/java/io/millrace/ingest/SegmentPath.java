package io.millrace.ingest;

import io.millrace.protocol.Protocol;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path of Segment's tracking API: a call of one message, or a batch of messages that each name their call.
 *
 * @param protocol what the messages are written in
 */
record SegmentPath(Protocol protocol) {
    /** The last part of the path after {@code /v1/}; Segment's browser library shortens them to a letter. */
    private static final Map<String, Protocol> CALLS = Map.ofEntries(
            Map.entry("batch", Protocol.SEGMENT),
            Map.entry("import", Protocol.SEGMENT),
            Map.entry("b", Protocol.SEGMENT),
            Map.entry("track", Protocol.SEGMENT_TRACK),
            Map.entry("t", Protocol.SEGMENT_TRACK),
            Map.entry("identify", Protocol.SEGMENT_IDENTIFY),
            Map.entry("i", Protocol.SEGMENT_IDENTIFY),
            Map.entry("page", Protocol.SEGMENT_PAGE),
            Map.entry("p", Protocol.SEGMENT_PAGE),
            Map.entry("screen", Protocol.SEGMENT_SCREEN),
            Map.entry("s", Protocol.SEGMENT_SCREEN),
            Map.entry("group", Protocol.SEGMENT_GROUP),
            Map.entry("g", Protocol.SEGMENT_GROUP),
            Map.entry("alias", Protocol.SEGMENT_ALIAS),
            Map.entry("a", Protocol.SEGMENT_ALIAS));

    private static final String PREFIX = "/v1/";

    /** Null for another path; {@code path} has no slash at its end. */
    static @Nullable SegmentPath of(String path) {
        Protocol protocol = path.startsWith(PREFIX) ? CALLS.get(path.substring(PREFIX.length())) : null;
        return protocol == null ? null : new SegmentPath(protocol);
    }

    boolean batch() {
        return protocol == Protocol.SEGMENT;
    }
}
