package io.millrace.ingest;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.event.Arrival;
import io.millrace.event.Claimed;
import io.millrace.event.Rejected;
import io.millrace.event.Screened;
import io.millrace.protocol.MessageChecker;
import io.millrace.protocol.Protocol;
import io.millrace.protocol.Routing;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds each event's dataset and checks the event against its contract. */
final class Inspector {
    /** The event names no dataset, or one that has no contract. Not kept. */
    static final String UNKNOWN_DATASET = "unknown_dataset";

    /** The key may not write the event's dataset. Not kept. */
    static final String DATASET_NOT_ALLOWED = "dataset_not_allowed";

    /** The event has more bytes than one may have. Not kept. */
    static final String EVENT_TOO_LARGE = "event_too_large";

    private final Map<String, Checked> datasets = new HashMap<>();
    private final Routing routing;
    private final String names;
    private final int maxEventBytes;

    private record Checked(Contract contract, MessageChecker checker) {
        @Nullable
        Sighting sighting(byte[] body, int offset, Arrival arrival) {
            Screened event = checker.screen(body, offset, body.length, arrival);
            return event == null ? null : new Sighting(contract.dataset(), contract.version(), event);
        }
    }

    Inspector(Contracts contracts, int maxEventBytes) {
        for (Contract each : contracts.streamed()) {
            datasets.put(each.dataset(), new Checked(each, new MessageChecker(each)));
        }
        this.routing = new Routing(contracts);
        this.names = String.join(", ", datasets.keySet().stream().sorted().toList());
        this.maxEventBytes = maxEventBytes;
    }

    boolean knows(String dataset) {
        return datasets.containsKey(dataset);
    }

    /** The names of all datasets, for a message. */
    String names() {
        return names;
    }

    /** What to look at plain events with while their body is cut. */
    Lookout lookout(Admitted admitted, Instant receivedAt) {
        Arrival arrival = Arrival.of(receivedAt, admitted.source().name());
        String named = admitted.route().dataset();
        return (body, offset) -> {
            String dataset = named != null ? named : DatasetField.glimpse(body, offset);
            Checked checked = dataset == null ? null : datasets.get(dataset);
            return checked == null ? null : checked.sighting(body, offset, arrival);
        };
    }

    /**
     * Checks one event. Its dataset is the one that the path names, else the one that its protocol routes it to, for a
     * plain event the one in its own field {@code dataset}.
     *
     * @param index its position in the body, from 0
     */
    Inspected inspect(Parcel parcel, Slice slice, int index, Admitted admitted, Arrival arrival) {
        byte[] body = parcel.body();
        Protocol protocol = parcel.protocol();
        if (slice.length() > maxEventBytes) {
            String reason =
                    "the event has " + slice.length() + " bytes, the limit is " + maxEventBytes + "; it is not kept";
            return rejected(index, slice, EVENT_TOO_LARGE, "", reason);
        }
        Sighting sighting = slice.sighting();
        if (sighting != null && admitted.source().mayWrite(sighting.dataset())) {
            return new Inspected(index, slice, sighting.dataset(), sighting.contractVersion(), sighting.event(), true);
        }
        String named = admitted.route().dataset();
        String dataset = named != null ? named : datasetOf(protocol, body, slice);
        Checked checked = dataset == null ? null : datasets.get(dataset);
        if (checked == null) {
            String what = dataset == null
                    ? "the event has no text in '" + routedBy(protocol) + "' that leads to a dataset"
                    : "no dataset is called " + cut(dataset);
            return rejected(index, slice, UNKNOWN_DATASET, "/" + routedBy(protocol), what + "; there are " + names);
        }
        String known = checked.contract().dataset();
        if (!admitted.source().mayWrite(known)) {
            return rejected(
                    index, slice, DATASET_NOT_ALLOWED, "/" + routedBy(protocol), "the key may not write " + known);
        }
        return new Inspected(
                index,
                slice,
                known,
                checked.contract().version(),
                checked.checker().judge(protocol, body, slice.offset(), slice.length(), arrival),
                true);
    }

    private @Nullable String datasetOf(Protocol protocol, byte[] body, Slice slice) {
        return protocol == Protocol.PLAIN
                ? DatasetField.find(body, slice)
                : routing.datasetOf(protocol, body, slice.offset(), slice.length())
                        .orElse(null);
    }

    /** The field of an event that leads to its dataset. */
    private static String routedBy(Protocol protocol) {
        return protocol == Protocol.PLAIN || protocol == Protocol.CLOUDEVENTS ? DatasetField.NAME : "type";
    }

    private static Inspected rejected(int index, Slice slice, String rule, String pointer, String reason) {
        return new Inspected(index, slice, null, null, new Rejected(Claimed.NOTHING, rule, pointer, reason), false);
    }

    private static String cut(String text) {
        return text.length() > 64 ? text.substring(0, 64) + "…" : text;
    }
}
