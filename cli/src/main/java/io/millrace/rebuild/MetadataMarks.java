package io.millrace.rebuild;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.lake.FoldMark;
import io.millrace.lake.FoldMarks;
import io.millrace.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;

/**
 * Reads the mark in a table's current metadata file, which the Glue catalog names. Iceberg's
 * own library would be a hundred jars for one number.
 */
final class MetadataMarks implements FoldMarks {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> PROPERTIES = new TypeReference<>() {};

    private final GlueClient glue;
    private final ObjectStore store;

    MetadataMarks(GlueClient glue, ObjectStore store) {
        this.glue = glue;
        this.store = store;
    }

    @Override
    public long fold(String table) {
        int dot = table.indexOf('.');
        try {
            String metadata = glue.getTable(request ->
                            request.databaseName(table.substring(0, dot)).name(table.substring(dot + 1)))
                    .table()
                    .parameters()
                    .get("metadata_location");
            if (metadata == null) {
                throw new IllegalStateException("Cannot read mark of table " + table + ": it is no Iceberg table");
            }
            JsonNode properties = JSON.readTree(store.read(metadata)).path("properties");
            return properties.isMissingNode()
                    ? FoldMark.in(Map.of())
                    : FoldMark.in(JSON.convertValue(properties, PROPERTIES));
        } catch (EntityNotFoundException e) {
            throw new IllegalStateException("Cannot read mark of table " + table + ": it does not exist", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read metadata of table " + table, e);
        }
    }
}
