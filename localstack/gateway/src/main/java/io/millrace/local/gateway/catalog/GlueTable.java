package io.millrace.local.gateway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.upstream.EmulatorException;
import io.millrace.local.gateway.upstream.Store;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.iceberg.BaseMetastoreTableOperations;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.io.FileIO;
import org.jspecify.annotations.Nullable;

/**
 * An Iceberg table of the Glue catalog. A commit names the version of the entry that it was made on, so that one of two
 * rivals fails and starts over, as in Iceberg's own Glue catalog; and it leaves the entry with the table's columns, where
 * Athena's metadata calls and crawlers look for them.
 */
final class GlueTable extends BaseMetastoreTableOperations {
    private final Store store;
    private final TableName name;
    private @Nullable JsonNode entry;

    GlueTable(Store store, TableName name) {
        this.store = store;
        this.name = name;
    }

    @Override
    protected String tableName() {
        return name.toString();
    }

    @Override
    public FileIO io() {
        return new ObjectFiles(store);
    }

    @Override
    protected void doRefresh() {
        entry = find();
        refreshFromMetadataLocation(
                entry == null ? null : entry.at("/Parameters/metadata_location").asText());
    }

    @Override
    protected void doCommit(@Nullable TableMetadata base, TableMetadata metadata) {
        String location = writeNewMetadata(metadata, currentVersion() + 1);
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("DatabaseName", name.database());
        ObjectNode input = request.putObject("TableInput");
        input.put("Name", name.table()).put("TableType", "EXTERNAL_TABLE");
        ObjectNode parameters = input.putObject("Parameters");
        parameters.put(TABLE_TYPE_PROP, ICEBERG_TABLE_TYPE_VALUE.toUpperCase(Locale.ROOT));
        parameters.put(METADATA_LOCATION_PROP, location);
        input.putObject("StorageDescriptor")
                .put("Location", metadata.location())
                .set("Columns", GlueColumns.of(metadata.schema()));
        if (base == null) {
            call("CreateTable", request);
            return;
        }
        parameters.put(PREVIOUS_METADATA_LOCATION_PROP, currentMetadataLocation());
        request.put("SkipArchive", true);
        request.put("VersionId", Objects.requireNonNull(entry).path("VersionId").asText());
        call("UpdateTable", request);
    }

    private @Nullable JsonNode find() {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("DatabaseName", name.database())
                .put("Name", name.table());
        try {
            return glue("GetTable", request).path("Table");
        } catch (EmulatorException e) {
            if (e.type().equals("EntityNotFoundException")) {
                return null;
            }
            throw new UncheckedIOException(e);
        }
    }

    private void call(String operation, ObjectNode request) {
        try {
            glue(operation, request);
        } catch (EmulatorException e) {
            throw new CommitFailedException(e, "Cannot commit %s: %s", name, e.getMessage());
        }
    }

    private JsonNode glue(String operation, ObjectNode request) throws EmulatorException {
        try {
            return store.call("glue", "AWSGlue." + operation, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException(e.getMessage()));
        } catch (EmulatorException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
