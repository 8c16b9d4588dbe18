package io.millrace.local.platform;

import java.util.List;

/** All parts of the platform, in the order in which they start. */
public record Status(List<Part> parts) {

    public Status {
        parts = List.copyOf(parts);
    }

    /** Whether every part answers. */
    public boolean running() {
        return parts.stream().allMatch(part -> part.state() == PartState.RUNNING);
    }

    /** Whether no part has a process, and none has died. */
    public boolean stopped() {
        return parts.stream().allMatch(part -> part.state() == PartState.STOPPED);
    }
}
