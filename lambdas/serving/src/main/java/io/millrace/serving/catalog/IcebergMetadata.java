package io.millrace.serving.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of a table metadata file (Iceberg spec, appendix C) that a catalog shows, piece by piece: a table that is
 * committed to every ten seconds has thousands of snapshots in its file.
 */
final class IcebergMetadata {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Long, List<ListedColumn>> schemas = new HashMap<>();
    private final Map<Long, TableState> snapshots = new HashMap<>();
    private long currentSchema = -1;
    private long currentSnapshot = -1;

    private IcebergMetadata() {}

    static TableMetadata read(InputStream in) throws IOException {
        IcebergMetadata metadata = new IcebergMetadata();
        try (JsonParser json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("Cannot read table metadata: it is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                metadata.field(json);
            }
        }
        return new TableMetadata(
                metadata.schemas.getOrDefault(metadata.currentSchema, List.of()),
                metadata.snapshots.get(metadata.currentSnapshot));
    }

    private void field(JsonParser json) throws IOException {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
            case "current-schema-id" -> currentSchema = json.getValueAsLong();
            case "current-snapshot-id" -> currentSnapshot = json.getValueAsLong(-1);
            case "schemas" -> {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    JsonNode schema = JSON.readTree(json);
                    schemas.put(schema.path("schema-id").asLong(), columns(schema));
                }
            }
            case "snapshots" -> {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    JsonNode snapshot = JSON.readTree(json);
                    snapshots.put(snapshot.path("snapshot-id").asLong(), state(snapshot));
                }
            }
            default -> json.skipChildren();
        }
    }

    private static List<ListedColumn> columns(JsonNode schema) {
        List<ListedColumn> columns = new ArrayList<>();
        for (JsonNode field : schema.path("fields")) {
            columns.add(new ListedColumn(
                    field.path("name").asText(),
                    type(field.path("type")),
                    field.path("required").asBoolean(),
                    field.path("doc").asText("")));
        }
        return columns;
    }

    private static TableState state(JsonNode snapshot) {
        JsonNode summary = snapshot.path("summary");
        return new TableState(
                snapshot.path("snapshot-id").asLong(),
                Instant.ofEpochMilli(snapshot.path("timestamp-ms").asLong()),
                summary.path("total-records").asLong(),
                summary.path("total-data-files").asLong(),
                summary.path("total-files-size").asLong());
    }

    /** A nested type in one word: its parts are in the table's own metadata. */
    private static String type(JsonNode type) {
        return type.isObject() ? type.path("type").asText() : type.asText();
    }
}
