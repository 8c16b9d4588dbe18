package io.millrace.protocol;

import io.millrace.contract.Contract;
import io.millrace.event.Arrival;
import io.millrace.event.EventIds;
import io.millrace.protocol.FieldSource.Found;
import io.millrace.protocol.FieldSource.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Segment's messages, which RudderStack's SDKs send too, as events of one dataset. */
final class SegmentTranslator implements Translator {
    private static final FieldSource ID = FieldSource.of("event_id", Form.TEXT, "/messageId");
    private static final FieldSource SENT_AT = FieldSource.of("sentAt", Form.AS_IS, "/sentAt");
    private static final String TYPE = "/type";

    private final boolean typedByCall;
    private final FieldSource time;
    private final Map<SegmentCall, List<FieldSource>> fields = new EnumMap<>(SegmentCall.class);
    private final Set<String> wanted = new HashSet<>(Set.of(TYPE));

    SegmentTranslator(Contract contract) {
        // RudderStack's server SDKs name the time originalTimestamp.
        this.time = FieldSource.of(contract.eventTime(), Form.AS_IS, "/timestamp", "/originalTimestamp");
        for (SegmentCall call : SegmentCall.values()) {
            List<FieldSource> known = new ArrayList<>(List.of(ID, time, SENT_AT));
            call.fields(contract.dataset()).stream()
                    .filter(field -> contract.field(field.field()).isPresent())
                    .forEach(known::add);
            fields.put(call, known);
            known.forEach(field -> field.places().forEach(place -> wanted.add(place.pointer())));
        }
        this.typedByCall = contract.field("event_type").isPresent()
                && fields.values().stream()
                        .flatMap(List::stream)
                        .noneMatch(f -> f.field().equals("event_type"));
    }

    @Override
    public Translated translate(Protocol protocol, byte[] json, int offset, int length, Arrival arrival) {
        Optional<Members> read = Members.read(json, offset, length, wanted);
        if (read.isEmpty()) {
            return new Translated.Unreadable();
        }
        Members message = read.get();
        Optional<SegmentCall> call = SegmentCall.of(protocol).or(() -> callOf(message));
        if (call.isEmpty()) {
            return new Translated.Breach(ProtocolRules.MESSAGE_TYPE, TYPE, ProtocolRules.SEGMENT_TYPES);
        }
        EventText event = new EventText();
        for (FieldSource field : fields.getOrDefault(call.get(), List.of())) {
            Optional<Found> found = field.in(message);
            found.ifPresent(value -> event.add(field.field(), value.pointer(), value.json()));
        }
        if (!event.has(ID.field())) {
            event.add(ID.field(), "/messageId", Form.quoted(EventIds.ofJson(arrival.source(), json, offset, length)));
        }
        event.add(time.field(), "/timestamp", whenSent(message, arrival));
        if (typedByCall) {
            event.add("event_type", TYPE, Form.quoted(call.get().type()));
        }
        for (FieldSource field : fields.getOrDefault(call.get(), List.of())) {
            event.absent(field.field(), first(field));
        }
        return new Translated.Event(event.bytes(), event.origins());
    }

    /** By the clock that the checker corrects: corrected, it is the time of receipt. */
    private static String whenSent(Members message, Arrival arrival) {
        Instant sentAt = arrival.sentAt() == null ? arrival.receivedAt() : arrival.sentAt();
        return SENT_AT.in(message).map(Found::json).orElse(Form.quoted(sentAt.toString()));
    }

    private static String first(FieldSource field) {
        List<Place> places = field.places();
        return places.get(0).pointer();
    }

    private static Optional<SegmentCall> callOf(Members message) {
        return message.text(TYPE).flatMap(SegmentCall::of);
    }

    /** The dataset of a message, by its call; a person who is not known yet has no row among users. */
    static Optional<String> datasetOf(Protocol protocol, byte[] json, int offset, int length) {
        return Members.read(json, offset, length, Set.of(TYPE, "/userId"))
                .flatMap(message -> SegmentCall.of(protocol)
                        .or(() -> callOf(message))
                        .map(call -> call == SegmentCall.IDENTIFY
                                        && message.find("/userId").isEmpty()
                                ? SegmentCall.REST
                                : call.dataset()));
    }
}
