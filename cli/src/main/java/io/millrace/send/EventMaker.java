package io.millrace.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.millrace.event.EventIds;
import io.millrace.event.FieldTypes;
import java.util.Map;

/**
 * Makes a row an event, as a map file says. An event without an id gets the UUIDv5 of the row's bytes, so that
 * sending a file twice, or a file that holds a row twice, makes one event. Empty cells become absent fields. A time
 * that does not have the promised format is left as it is: the door rejects it and keeps it.
 */
final class EventMaker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String dataset;
    private final RowMap map;
    private final FieldTypes types;

    EventMaker(String dataset, RowMap map, FieldTypes types) {
        this.dataset = dataset;
        this.map = map;
        this.types = types;
    }

    byte[] event(Row row) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("event_id", "");
        map.columns().forEach((column, field) -> {
            JsonNode cell = row.columns().get(column);
            if (cell == null) {
                throw new RowException(row.number(), "it has no column '" + column + "'");
            }
            if (!cell.isNull()) {
                event.set(field, types.typed(field, time(column, cell)));
            }
        });
        map.constants().forEach((field, value) -> event.set(field, types.typed(field, TextNode.valueOf(value))));
        addProperties(event, row.columns());
        if (event.get("event_id").asText().isEmpty()) {
            event.put("event_id", EventIds.derive(dataset, RecordBytes.text(row.number(), row.raw())));
        }
        return bytes(event);
    }

    private void addProperties(ObjectNode event, Map<String, JsonNode> columns) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        columns.forEach((column, cell) -> {
            if (map.isProperty(column) && !cell.isNull()) {
                properties.set(column, cell);
            }
        });
        if (!properties.isEmpty()) {
            event.set("properties", properties);
        }
    }

    private JsonNode time(String column, JsonNode cell) {
        TimeFormat format = map.times().get(column);
        return format == null
                ? cell
                : format.toIso(cell.asText()).<JsonNode>map(TextNode::valueOf).orElse(cell);
    }

    private static byte[] bytes(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write event: " + event, e);
        }
    }
}
