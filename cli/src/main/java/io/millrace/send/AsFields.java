package io.millrace.send;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.event.FieldTypes;
import java.nio.charset.StandardCharsets;

/** Makes a CSV row without a map an event whose fields are the columns. */
final class AsFields {

    private final FieldTypes types;

    AsFields(FieldTypes types) {
        this.types = types;
    }

    byte[] event(Row row) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        row.columns().forEach((column, cell) -> {
            if (!cell.isNull()) {
                event.set(column, types.typed(column, cell));
            }
        });
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
