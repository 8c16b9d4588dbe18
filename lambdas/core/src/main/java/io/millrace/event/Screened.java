package io.millrace.event;

import java.util.List;

/**
 * An event of which {@link EventScreen} is sure that it keeps its contract and breaks no rule that only warns.
 *
 * @param end the offset after its last byte
 * @param eventId as the event brings it
 */
public record Screened(int end, String eventId, String partitionKey, int unknownFields) implements Judgment, Passed {
    @Override
    public boolean eventIdDerived() {
        return false;
    }

    @Override
    public List<Warning> warnings() {
        return List.of();
    }
}
