package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.upstream.EmulatorException;
import io.millrace.local.gateway.upstream.Store;
import java.io.IOException;
import java.util.List;

/** Databases and tables in the shapes of Athena's API, from the Glue catalog. */
final class Metadata {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Store store;

    Metadata(Store store) {
        this.store = store;
    }

    ObjectNode getDatabase(JsonNode request) throws AthenaException, IOException, InterruptedException {
        ObjectNode glue =
                JSON.objectNode().put("Name", request.path("DatabaseName").asText());
        ObjectNode response = JSON.objectNode();
        response.set("Database", database(call("GetDatabase", request, glue).path("Database")));
        return response;
    }

    ObjectNode listDatabases(JsonNode request) throws AthenaException, IOException, InterruptedException {
        JsonNode found = call("GetDatabases", request, paged(request, JSON.objectNode()));
        ObjectNode response = JSON.objectNode();
        ArrayNode list = response.putArray("DatabaseList");
        found.path("DatabaseList").forEach(database -> list.add(database(database)));
        return continued(found, response);
    }

    ObjectNode getTable(JsonNode request) throws AthenaException, IOException, InterruptedException {
        ObjectNode glue = JSON.objectNode()
                .put("DatabaseName", request.path("DatabaseName").asText())
                .put("Name", request.path("TableName").asText());
        ObjectNode response = JSON.objectNode();
        response.set("TableMetadata", table(call("GetTable", request, glue).path("Table")));
        return response;
    }

    ObjectNode listTables(JsonNode request) throws AthenaException, IOException, InterruptedException {
        ObjectNode glue = JSON.objectNode()
                .put("DatabaseName", request.path("DatabaseName").asText());
        if (request.hasNonNull("Expression")) {
            glue.set("Expression", request.get("Expression"));
        }
        JsonNode found = call("GetTables", request, paged(request, glue));
        ObjectNode response = JSON.objectNode();
        ArrayNode list = response.putArray("TableMetadataList");
        found.path("TableList").forEach(table -> list.add(table(table)));
        return continued(found, response);
    }

    private JsonNode call(String operation, JsonNode request, ObjectNode glue)
            throws AthenaException, IOException, InterruptedException {
        String catalog = request.path("CatalogName").asText("");
        if (!catalog.equalsIgnoreCase(Catalog.NAME)) {
            throw AthenaException.metadata("Catalog " + catalog + " was not found");
        }
        try {
            return store.call("glue", "AWSGlue." + operation, glue);
        } catch (EmulatorException e) {
            throw AthenaException.metadata(e.type() + ": " + e.getMessage());
        }
    }

    private static ObjectNode paged(JsonNode request, ObjectNode glue) {
        for (String field : List.of("NextToken", "MaxResults")) {
            if (request.hasNonNull(field)) {
                glue.set(field, request.get(field));
            }
        }
        return glue;
    }

    private static ObjectNode continued(JsonNode glue, ObjectNode response) {
        if (glue.hasNonNull("NextToken")) {
            response.set("NextToken", glue.get("NextToken"));
        }
        return response;
    }

    private static ObjectNode database(JsonNode glue) {
        return copy(glue, JSON.objectNode(), List.of("Name", "Description", "Parameters"));
    }

    private static ObjectNode table(JsonNode glue) {
        ObjectNode table = copy(glue, JSON.objectNode(), List.of("Name", "CreateTime", "TableType", "Parameters"));
        columns(glue.path("StorageDescriptor").path("Columns"), table.putArray("Columns"));
        columns(glue.path("PartitionKeys"), table.putArray("PartitionKeys"));
        return table;
    }

    private static void columns(JsonNode glue, ArrayNode columns) {
        glue.forEach(column -> columns.add(copy(column, JSON.objectNode(), List.of("Name", "Type", "Comment"))));
    }

    private static ObjectNode copy(JsonNode from, ObjectNode to, List<String> fields) {
        for (String field : fields) {
            if (from.hasNonNull(field)) {
                to.set(field, from.get(field));
            }
        }
        return to;
    }
}
