package io.millrace.protocol;

import io.millrace.contract.Contracts;
import java.util.Optional;

/** Finds the dataset of a message. Only the door asks: the frame then says where the event belongs. */
public final class Routing {
    private final CloudEventRoutes cloudEvents;

    public Routing(Contracts contracts) {
        this.cloudEvents = new CloudEventRoutes(contracts);
    }

    /**
     * The name of the dataset that a message goes to, which may have no contract; empty when the message does not say.
     *
     * @param protocol not {@link Protocol#PLAIN}: a plain event names its dataset by itself
     */
    public Optional<String> datasetOf(Protocol protocol, byte[] json, int offset, int length) {
        return switch (protocol) {
            case PLAIN -> throw new IllegalArgumentException("Cannot route: a plain event is of no protocol");
            case CLOUDEVENTS -> cloudEvents.datasetOf(json, offset, length);
            case SEGMENT, SEGMENT_TRACK, SEGMENT_IDENTIFY, SEGMENT_PAGE, SEGMENT_SCREEN, SEGMENT_GROUP, SEGMENT_ALIAS ->
                SegmentTranslator.datasetOf(protocol, json, offset, length);
        };
    }
}
