package io.millrace.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** An event made of each field's first example, for people to start from. */
public final class SampleEvent {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleEvent() {}

    /** The event, its fields in the contract's order; fields without an example are left out. */
    public static ObjectNode of(Contract contract) {
        ObjectNode event = JSON.createObjectNode();
        for (Field field : contract.fields()) {
            if (!field.examples().isEmpty()) {
                put(event, field, field.examples().get(0));
            }
        }
        return event;
    }

    /** Sets a field of an event to one of its examples. */
    public static void put(ObjectNode event, Field field, Object example) {
        if (field.jsonType() == JsonType.OBJECT) {
            event.set(field.name(), object(example.toString()).orElseThrow());
        } else if (example instanceof Boolean flag) {
            event.put(field.name(), flag);
        } else if (example instanceof Number number) {
            event.put(field.name(), new BigDecimal(number.toString()));
        } else {
            event.put(field.name(), example.toString());
        }
    }

    /** The object that a text is the JSON of, if it is one's. */
    static Optional<ObjectNode> object(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
