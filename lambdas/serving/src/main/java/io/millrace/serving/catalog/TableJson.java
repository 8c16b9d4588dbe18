package io.millrace.serving.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Tables as answers show them. What is not known is absent. */
public final class TableJson {
    private TableJson() {}

    /** Without its columns. */
    public static ObjectNode summary(CatalogTable table) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", table.name())
                .put("database", table.database())
                .put("layer", table.layer())
                .put("kind", table.view() ? "view" : "table");
        TableContract contract = table.contract();
        if (contract != null) {
            if (contract.dataset() != null) {
                json.put("dataset", contract.dataset());
            }
            put(json, "domain", contract.domain());
            put(json, "owner", contract.owner());
            put(json, "description", contract.description());
        }
        TableState state = table.state();
        if (state != null) {
            // A snapshot's id has more digits than many readers of JSON numbers keep.
            json.put("snapshot_id", Long.toString(state.snapshot()))
                    .put("updated_at", state.committedAt().toString())
                    .put("rows", state.rows())
                    .put("files", state.files())
                    .put("bytes", state.bytes());
        }
        return json;
    }

    /** With its columns. */
    public static ObjectNode whole(CatalogTable table) {
        ObjectNode json = summary(table);
        ArrayNode columns = json.putArray("columns");
        for (CatalogColumn column : table.columns()) {
            ObjectNode one = columns.addObject()
                    .put("name", column.name())
                    .put("type", column.type())
                    .put("required", column.required());
            put(one, "description", column.doc());
            if (column.classification() != null) {
                one.put("classification", column.classification().name().toLowerCase(Locale.ROOT));
            }
            one.put("masked", column.masked());
        }
        return json;
    }

    private static void put(ObjectNode json, String field, String text) {
        if (!text.isEmpty()) {
            json.put(field, text);
        }
    }
}
