package io.millrace.serving.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the part of a table metadata file (Iceberg spec, appendix C) that a catalog shows. */
final class IcebergMetadata {
    private static final JsonMapper JSON = new JsonMapper();

    private IcebergMetadata() {}

    static TableMetadata read(InputStream in) throws IOException {
        JsonNode metadata = JSON.readTree(in);
        return new TableMetadata(columns(metadata), state(metadata));
    }

    private static List<ListedColumn> columns(JsonNode metadata) {
        List<ListedColumn> columns = new ArrayList<>();
        for (JsonNode field : byId(metadata.path("schemas"), "schema-id", metadata.path("current-schema-id"))
                .path("fields")) {
            columns.add(new ListedColumn(
                    field.path("name").asText(),
                    type(field.path("type")),
                    field.path("required").asBoolean(),
                    field.path("doc").asText("")));
        }
        return columns;
    }

    private static @Nullable TableState state(JsonNode metadata) {
        JsonNode snapshot = byId(metadata.path("snapshots"), "snapshot-id", metadata.path("current-snapshot-id"));
        if (snapshot.isMissingNode()) {
            return null;
        }
        JsonNode summary = snapshot.path("summary");
        return new TableState(
                snapshot.path("snapshot-id").asLong(),
                Instant.ofEpochMilli(snapshot.path("timestamp-ms").asLong()),
                summary.path("total-records").asLong(),
                summary.path("total-data-files").asLong(),
                summary.path("total-files-size").asLong());
    }

    private static JsonNode byId(JsonNode list, String key, JsonNode id) {
        for (JsonNode each : list) {
            if (each.path(key).equals(id)) {
                return each;
            }
        }
        return JSON.missingNode();
    }

    /** A nested type in few words: its parts are in the table's own metadata. */
    private static String type(JsonNode type) {
        return type.isObject() ? type.path("type").asText() : type.asText();
    }
}
