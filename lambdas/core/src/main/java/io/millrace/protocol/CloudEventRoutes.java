package io.millrace.protocol;

import io.millrace.contract.Contracts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The dataset of a CloudEvent: what its extension attribute {@code dataset} says, else the dataset named by a segment of
 * the path of its {@code dataschema}, else by a segment of its {@code type}, else the dataset for anything.
 */
final class CloudEventRoutes {
    private static final String DATASET = "/dataset";
    private static final String DATASCHEMA = "/dataschema";
    private static final String TYPE = "/type";
    private static final Set<String> WANTED = Set.of(DATASET, DATASCHEMA, TYPE);

    private final Contracts contracts;

    CloudEventRoutes(Contracts contracts) {
        this.contracts = contracts;
    }

    /** Empty when the bytes are no JSON object, or no contract stands behind any of these. */
    Optional<String> datasetOf(byte[] json, int offset, int length) {
        return Members.read(json, offset, length, WANTED)
                .flatMap(message -> message.text(DATASET)
                        .or(() -> message.text(DATASCHEMA).flatMap(schema -> last(schema.split("[/#?.:]", -1))))
                        .or(() -> message.text(TYPE).flatMap(type -> last(type.split("\\.", -1))))
                        .or(() -> contracts.find(SegmentCall.REST).map(rest -> rest.dataset())));
    }

    private Optional<String> last(String[] segments) {
        return List.of(segments).stream()
                .filter(segment -> contracts.find(segment).isPresent())
                .reduce((first, second) -> second);
    }

    /** The type of the event itself: what follows the dataset's name in the CloudEvent's type, else all of it. */
    static String eventType(String type, String dataset) {
        String marked = "." + type;
        int at = marked.lastIndexOf("." + dataset + ".");
        String rest = at < 0 ? "" : marked.substring(at + dataset.length() + 2);
        return rest.isEmpty() ? type : rest;
    }
}
