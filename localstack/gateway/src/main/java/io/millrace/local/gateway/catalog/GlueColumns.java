package io.millrace.local.gateway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.engine.EngineType;
import java.io.IOException;
import java.util.Base64;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;

/** A table's columns in the shape of the Glue catalog. */
final class GlueColumns {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VIEW_PREFIX = "/* Presto View: ";
    private static final String VIEW_SUFFIX = " */";

    private GlueColumns() {}

    /** Of a view, from what the engine wrote of it: {@code /* Presto View: base64 *}{@code /}. */
    static ArrayNode ofView(String original) throws IOException {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        if (!original.startsWith(VIEW_PREFIX) || !original.endsWith(VIEW_SUFFIX)) {
            return columns;
        }
        String encoded = original.substring(VIEW_PREFIX.length(), original.length() - VIEW_SUFFIX.length());
        for (JsonNode column :
                JSON.readTree(Base64.getDecoder().decode(encoded)).path("columns")) {
            columns.addObject()
                    .put("Name", column.path("name").asText())
                    .put("Type", EngineType.of(column.path("type").asText()).inGlue());
        }
        return columns;
    }

    static ArrayNode of(Schema schema) {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        for (Types.NestedField field : schema.columns()) {
            ObjectNode column = columns.addObject();
            column.put("Name", field.name()).put("Type", HiveType.inGlue(field.type()));
            if (field.doc() != null) {
                column.put("Comment", field.doc());
            }
        }
        return columns;
    }
}
