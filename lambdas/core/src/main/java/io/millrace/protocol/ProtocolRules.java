package io.millrace.protocol;

/** Names of the rules by which a protocol itself refuses a message, beside those of {@code io.millrace.event.Rules}. */
public final class ProtocolRules {
    /** A Segment message of no known type. */
    public static final String MESSAGE_TYPE = "message_type";
    /** A CloudEvent that lacks a required attribute, or is of another version. */
    public static final String CLOUDEVENT = "cloudevent";

    static final String SEGMENT_TYPES = "must be one of track, identify, page, screen, group, alias";

    private ProtocolRules() {}
}
