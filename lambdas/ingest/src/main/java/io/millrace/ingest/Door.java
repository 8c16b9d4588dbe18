package io.millrace.ingest;

import io.millrace.event.Arrival;
import io.millrace.event.Rejected;
import io.millrace.event.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a request from its bytes to its answer. Nothing is answered as taken before it is durable. */
final class Door {
    private static final int THROTTLED_RETRY_SECONDS = 2;
    private static final int FAILED_RETRY_SECONDS = 5;

    private final Opening opening;
    private final Gate gate;
    private final Inspector inspector;
    private final Records records;
    private final Publisher publisher;

    Door(Opening opening, Gate gate, Inspector inspector, Records records, Publisher publisher) {
        this.opening = opening;
        this.gate = gate;
        this.inspector = inspector;
        this.records = records;
        this.publisher = publisher;
    }

    /**
     * Handles one request.
     *
     * @param deadline after which no further try to reach the stream begins
     */
    Handled handle(HttpRequest request, String batchId, Instant receivedAt, Instant deadline) {
        Routed routed = Route.of(request);
        if (routed instanceof Preflight preflight) {
            return Handled.preflight(batchId, preflight);
        }
        if (routed instanceof Refusal refusal) {
            return Handled.refused(batchId, null, refusal);
        }
        Route route = (Route) routed;
        boolean sdk = route.segment() != null;
        String key = sdk ? Credential.ofSdk(request) : Credential.apiKey(request);
        // Without a key in the headers the body must be opened to look for one.
        Opened opened = sdk && key == null ? opening.open(request, route, Lookout.NONE) : null;
        if (opened instanceof Refusal refusal) {
            return Handled.refused(batchId, null, refusal);
        }
        Admission admission = gate.admit(request, route, opened instanceof Parcel parcel ? parcel.key() : key);
        if (admission instanceof Refusal refusal) {
            return Handled.refused(batchId, null, sdk ? refusal.forSdk() : refusal);
        }
        Admitted admitted = (Admitted) admission;
        Lookout lookout = inspector.lookout(admitted, receivedAt);
        Opened events = opened != null ? opened : opening.open(request, route, lookout);
        if (events instanceof Refusal refusal) {
            return Handled.refused(batchId, admitted.source().name(), refusal);
        }
        return take(request, admitted, (Parcel) events, batchId, receivedAt, deadline);
    }

    private Handled take(
            HttpRequest request,
            Admitted admitted,
            Parcel parcel,
            String batchId,
            Instant receivedAt,
            Instant deadline) {
        String source = admitted.source().name();
        Batch batch =
                new Batch(batchId, receivedAt, parcel.sentAt(), source, Enrichment.of(request), parcel.protocol());
        Arrival arrival = new Arrival(receivedAt, source, parcel.sentAt());
        List<Inspected> events = new ArrayList<>(parcel.slices().events().size());
        for (Slice slice : parcel.slices().events()) {
            events.add(inspector.inspect(parcel, slice, events.size(), admitted, arrival));
        }
        Refusal broken = parcel.slices().lines() ? null : malformed(parcel.body(), events);
        if (broken != null) {
            return Handled.refused(batchId, source, broken);
        }
        return admitted.route().validateOnly()
                ? Handled.answered(batch, events, true, 0, 0)
                : publish(batch, parcel.body(), events, deadline);
    }

    private Handled publish(Batch batch, byte[] body, List<Inspected> events, Instant deadline) {
        List<List<StreamRecord>> waves = records.of(batch, body, events);
        Published published = publisher.publish(waves, deadline);
        if (published instanceof Published.NotTaken not) {
            Refusal refusal = not.throttled()
                    ? Refusal.forNow(
                            429,
                            "stream_throttled",
                            "Cannot take the events at this rate; send the same events again later",
                            THROTTLED_RETRY_SECONDS,
                            not.cause())
                    : Refusal.forNow(
                            503,
                            "stream_unavailable",
                            "Cannot take the events at the moment; send the same events again later",
                            FAILED_RETRY_SECONDS,
                            not.cause());
            boolean sdk = batch.protocol().isSegment();
            return Handled.refused(batch.id(), batch.source(), sdk ? refusal.forSdk() : refusal, events, not.calls());
        }
        int count = waves.stream().mapToInt(List::size).sum();
        return Handled.answered(batch, events, false, count, published.calls());
    }

    /**
     * In a JSON object or array one broken event breaks the body: what follows it cannot be trusted to be cut right. Also
     * where another rule was broken first, such as one of size, so that the event was not parsed.
     */
    private static @Nullable Refusal malformed(byte[] body, List<Inspected> events) {
        for (Inspected each : events) {
            if (each.judgment() instanceof Rejected rejected && !JsonGrammar.holds(body, each.slice())) {
                String why = rejected.rule().equals(Rules.MALFORMED_JSON) ? rejected.reason() : "must be JSON";
                return new Refusal(
                        400,
                        "malformed_body",
                        "Cannot parse the body as JSON: event " + each.index() + ", which starts at byte "
                                + each.slice().offset() + ": " + why);
            }
        }
        return null;
    }
}
