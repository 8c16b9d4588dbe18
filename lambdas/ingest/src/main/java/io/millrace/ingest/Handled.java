package io.millrace.ingest;

import io.millrace.ingest.RequestReport.Tally;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request's answer, and what is logged of it. */
record Handled(HttpAnswer answer, RequestReport report) {

    static Handled preflight(String batchId, Preflight preflight) {
        HttpAnswer answer = preflight.answer();
        return new Handled(
                answer, new RequestReport(batchId, null, answer.status(), null, false, new TreeMap<>(), 0, 0, null));
    }

    /** Events that were taken or, where only validation was asked for, would have been. */
    static Handled answered(Batch batch, List<Inspected> events, boolean validateOnly, int records, int calls) {
        HttpAnswer answer = batch.protocol().isSegment()
                ? SegmentAnswer.of(batch, validateOnly, events)
                : EventAnswer.of(batch, validateOnly, events);
        return new Handled(
                answer,
                new RequestReport(
                        batch.id(),
                        batch.source(),
                        answer.status(),
                        null,
                        validateOnly,
                        Tally.of(events),
                        records,
                        calls,
                        null));
    }

    /** @param source null when the key was not accepted */
    static Handled refused(String batchId, @Nullable String source, Refusal refusal) {
        return refused(batchId, source, refusal, List.of(), 0);
    }

    /** A failure on our side that nobody foresaw: the answer says nothing of it, the log all. */
    static Handled failed(String batchId, Throwable cause) {
        String message = "Cannot answer because of an error in the service; send the same request again later";
        return refused(batchId, null, new Refusal(500, "internal_error", message, Map.of(), cause));
    }

    /** A refusal after the events were looked at. */
    static Handled refused(
            String batchId, @Nullable String source, Refusal refusal, List<Inspected> events, int calls) {
        return new Handled(
                refusal.answer(batchId),
                new RequestReport(
                        batchId,
                        source,
                        refusal.status(),
                        refusal.error(),
                        false,
                        Tally.of(events),
                        0,
                        calls,
                        refusal.cause()));
    }
}
