package io.millrace.ingest;

import io.millrace.event.Passed;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is logged of a request: counts and names that are ours, no payload, no key, no address.
 *
 * @param source null when the key was not accepted
 * @param error the refusal's word; null when events were answered
 * @param records that are durable on the stream
 * @param calls that were made to the stream
 * @param cause of a failure on our side
 */
record RequestReport(
        String batchId,
        @Nullable String source,
        int status,
        @Nullable String error,
        boolean validateOnly,
        SortedMap<String, Tally> datasets,
        int records,
        int calls,
        @Nullable Throwable cause) {

    /**
     * Events of one dataset in one request.
     *
     * @param warned of the accepted, those that broke a rule which only warns
     * @param unknownFields of the accepted, fields that the contract does not name
     */
    record Tally(int accepted, int rejected, int warned, int unknownFields) {
        private static final Tally REJECTED = new Tally(0, 1, 0, 0);

        /** Counts by dataset; events of no known dataset under {@code unknown}, whatever they call it. */
        static SortedMap<String, Tally> of(List<Inspected> events) {
            SortedMap<String, Tally> datasets = new TreeMap<>();
            for (Inspected each : events) {
                datasets.merge(each.dataset() == null ? "unknown" : each.dataset(), of(each), Tally::plus);
            }
            return datasets;
        }

        private static Tally of(Inspected event) {
            return event.judgment() instanceof Passed accepted
                    ? new Tally(1, 0, accepted.warnings().isEmpty() ? 0 : 1, accepted.unknownFields())
                    : REJECTED;
        }

        private Tally plus(Tally other) {
            return new Tally(
                    accepted + other.accepted,
                    rejected + other.rejected,
                    warned + other.warned,
                    unknownFields + other.unknownFields);
        }
    }
}
