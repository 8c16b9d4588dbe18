package io.millrace.protocol;

import java.util.Locale;
import java.util.Optional;

/**
 * What an event's bytes are written in. The code travels in each frame and is never given another meaning.
 *
 * <p>A call to Segment's one-message paths ({@code /v1/track}) says its type by the path, not in the message, so each of
 * those has a code of its own.
 */
public enum Protocol {
    /** An event with the contract's own field names. */
    PLAIN(0),
    /** CloudEvents 1.0, JSON format; an event in binary mode is written as one. */
    CLOUDEVENTS(1),
    /** A message of Segment's batch, which names its type. */
    SEGMENT(2),
    SEGMENT_TRACK(3),
    SEGMENT_IDENTIFY(4),
    SEGMENT_PAGE(5),
    SEGMENT_SCREEN(6),
    SEGMENT_GROUP(7),
    SEGMENT_ALIAS(8);

    private final int code;
    private final String label;

    Protocol(int code) {
        this.code = code;
        this.label = name().toLowerCase(Locale.ROOT);
    }

    /** What stands for it in a frame, 0 to 63. */
    public int code() {
        return code;
    }

    /** As tables hold it. */
    public String label() {
        return label;
    }

    /** Whether it is one of Segment's tracking API. */
    public boolean isSegment() {
        return this != PLAIN && this != CLOUDEVENTS;
    }

    /** The protocol that a table's row names, if this version knows it. */
    public static Optional<Protocol> ofLabel(String label) {
        for (Protocol each : values()) {
            if (each.label.equals(label)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The protocol of a code, if this version knows it. */
    public static Optional<Protocol> of(long code) {
        for (Protocol each : values()) {
            if (each.code == code) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
