package io.millrace.protocol;

import io.millrace.contract.Contract;
import io.millrace.event.Arrival;
import io.millrace.protocol.Members.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CloudEvents 1.0 in the JSON format as events of one dataset: the members of {@code data} are the event's fields, and
 * the attributes id, time and type fill what they do not.
 */
final class CloudEventTranslator implements Translator {
    private static final String DATA = "/data";
    private static final Set<String> WANTED =
            Set.of("/specversion", "/id", "/source", "/type", "/time", DATA, "/data_base64");
    private static final String PROPERTIES = "properties";

    private final Contract contract;
    private final boolean typed;
    private final boolean open;

    CloudEventTranslator(Contract contract) {
        this.contract = contract;
        this.typed = contract.field("event_type").isPresent();
        this.open = contract.field(PROPERTIES).isPresent();
    }

    @Override
    public Translated translate(Protocol protocol, byte[] json, int offset, int length, Arrival arrival) {
        Optional<Members> read = Members.read(json, offset, length, WANTED);
        if (read.isEmpty()) {
            return new Translated.Unreadable();
        }
        Members message = read.get();
        for (String required : List.of("/specversion", "/id", "/source", "/type")) {
            if (message.text(required).filter(text -> !text.isEmpty()).isEmpty()) {
                return new Translated.Breach(
                        ProtocolRules.CLOUDEVENT, required, "is required by CloudEvents 1.0, as text");
            }
        }
        if (!message.text("/specversion").orElse("").startsWith("1.")) {
            return new Translated.Breach(ProtocolRules.CLOUDEVENT, "/specversion", "must be 1.0");
        }
        EventText event = new EventText();
        Map<String, Member> data = message.find(DATA)
                .filter(Member::isObject)
                .map(Member::children)
                .orElse(Map.of());
        event.add("event_id", "/id", raw(message, "/id"));
        data.forEach((name, value) -> event.add(name, DATA + "/" + name, value.raw()));
        if (!named(data)) {
            String time = message.find("/time")
                    .map(Member::raw)
                    .orElse(Form.quoted(arrival.receivedAt().toString()));
            event.add(contract.eventTime(), "/time", time);
        }
        if (typed) {
            String type = CloudEventRoutes.eventType(message.text("/type").orElse(""), contract.dataset());
            event.add("event_type", "/type", Form.quoted(type));
        }
        if (open) {
            rest(message).ifPresent(properties -> event.add(PROPERTIES, DATA, properties));
        }
        contract.fields().forEach(field -> event.absent(field.name(), DATA + "/" + field.name()));
        return new Translated.Event(event.bytes(), event.origins());
    }

    /** Whether the data says the event's time by itself, under a name that the contract knows. */
    private boolean named(Map<String, Member> data) {
        return contract.field(contract.eventTime())
                .map(field -> data.containsKey(field.name())
                        || field.aliases().stream().anyMatch(data::containsKey))
                .orElse(false);
    }

    /** Data as an object, so that nothing of it is missing from the typed row. */
    private static Optional<String> rest(Members message) {
        return message.find(DATA)
                .map(data -> data.isObject() ? data.raw() : "{\"data\":" + data.raw() + "}")
                .or(() -> message.find("/data_base64").map(data -> "{\"data_base64\":" + data.raw() + "}"));
    }

    private static String raw(Members message, String pointer) {
        return message.find(pointer).map(Member::raw).orElse("null");
    }
}
