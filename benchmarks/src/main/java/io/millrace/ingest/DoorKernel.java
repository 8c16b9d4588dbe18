package io.millrace.ingest;

import io.millrace.contract.Contracts;
import io.millrace.event.Arrival;
import io.millrace.frame.Buckets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the ingest function does with events, by its own code, without what it does with requests: a body's plain bytes are
 * cut, checked, enriched, framed and compressed into the stream's records. Neither proxy event nor base64, key, answer or
 * log.
 */
public final class DoorKernel {
    private static final Source SOURCE = new Source("benchmark", Set.of(), Set.of());

    private final IngestSettings settings = IngestSettings.from(MemoryDoor.ENVIRONMENT);
    private final Opening opening = new Opening(settings.limits());
    private final Inspector inspector =
            new Inspector(Contracts.bundled(), settings.limits().maxEventBytes());
    private final Records records = new Records(new Buckets(settings.buckets()), settings.serviceVersion());
    private final String path;

    /** @param dataset that every event is of */
    public DoorKernel(String dataset) {
        path = "/v1/events/" + dataset;
    }

    /** How many events of a body are accepted and in records. */
    public int take(byte[] body) {
        HttpRequest request = new HttpRequest(
                "POST",
                path,
                Map.of(),
                Map.of("content-type", "application/json", "user-agent", "okhttp/4.12.0"),
                body,
                false,
                "203.0.113.9");
        Instant receivedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Admitted admitted = new Admitted((Route) Route.of(request), SOURCE);
        Opened opened = opening.open(request, admitted.route(), inspector.lookout(admitted, receivedAt));
        if (!(opened instanceof Parcel parcel)) {
            throw new IllegalStateException("Cannot open a body: " + opened);
        }
        Batch batch = new Batch(
                "0199d6c1-0000-7000-8000-000000000000",
                receivedAt,
                parcel.sentAt(),
                SOURCE.name(),
                Enrichment.of(request),
                parcel.protocol());
        Arrival arrival = new Arrival(receivedAt, SOURCE.name(), parcel.sentAt());
        List<Inspected> events = new ArrayList<>(parcel.slices().events().size());
        for (Slice slice : parcel.slices().events()) {
            events.add(inspector.inspect(parcel, slice, events.size(), admitted, arrival));
        }
        boolean framed = !records.of(batch, body, events).isEmpty();
        return framed ? (int) events.stream().filter(Inspected::accepted).count() : 0;
    }
}
