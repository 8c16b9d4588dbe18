package io.millrace.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.millrace.contract.Contract;
import io.millrace.contract.Field;
import io.millrace.contract.JsonType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Gives a CSV cell, which is always text, the JSON type that its field has in the contract. */
public final class FieldTypes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonType> types = new HashMap<>();

    private FieldTypes() {}

    /** The types of a contract; without one, every value stays as the file has it. */
    public static FieldTypes of(Optional<Contract> contract) {
        FieldTypes fieldTypes = new FieldTypes();
        contract.ifPresent(known -> {
            for (Field field : known.fields()) {
                fieldTypes.types.put(field.name(), field.jsonType());
            }
        });
        return fieldTypes;
    }

    /** The value as the field wants it, or unchanged when it cannot be that: the checker says what is wrong with it. */
    public JsonNode typed(String field, JsonNode value) {
        JsonType type = types.getOrDefault(field, JsonType.STRING);
        if (!value.isTextual() || type == JsonType.STRING) {
            return value;
        }
        try {
            return read(type, value);
        } catch (NumberFormatException | JsonProcessingException e) {
            return value;
        }
    }

    private static JsonNode read(JsonType type, JsonNode value) throws JsonProcessingException {
        String text = value.textValue().strip();
        return switch (type) {
            case INTEGER -> LongNode.valueOf(Long.parseLong(text));
            case NUMBER -> DecimalNode.valueOf(new BigDecimal(text));
            case BOOLEAN ->
                text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                        ? BooleanNode.valueOf(text.equalsIgnoreCase("true"))
                        : value;
            case OBJECT -> JSON.readTree(text);
            case TIMESTAMP ->
                text.chars().allMatch(Character::isDigit) ? LongNode.valueOf(Long.parseLong(text)) : value;
            case DATE, STRING -> value;
        };
    }
}
