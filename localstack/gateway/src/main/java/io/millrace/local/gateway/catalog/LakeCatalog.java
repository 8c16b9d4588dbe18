package io.millrace.local.gateway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineException.Kind;
import io.millrace.local.gateway.upstream.EmulatorException;
import io.millrace.local.gateway.upstream.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.jspecify.annotations.Nullable;

/** Databases, tables and views of the Glue catalog. What is not there fails with the engine's name for it. */
public final class LakeCatalog {
    private static final Logger LOG = Logger.getLogger(LakeCatalog.class.getName());
    private static final String VIEW = "VIRTUAL_VIEW";
    private static final List<String> KEPT = List.of(
            "Name",
            "Description",
            "Owner",
            "TableType",
            "Parameters",
            "ViewOriginalText",
            "ViewExpandedText",
            "PartitionKeys");

    private final Store store;

    public LakeCatalog(Store store) {
        this.store = store;
    }

    /** The names of all databases. */
    public List<String> databases() throws EngineException, IOException, InterruptedException {
        return names("GetDatabases", "DatabaseList", object(), null);
    }

    /** The names of a database's tables and views. */
    public List<String> tables(String database) throws EngineException, IOException, InterruptedException {
        return names("GetTables", "TableList", object().put("DatabaseName", database), null);
    }

    /** The names of a database's views. */
    public List<String> views(String database) throws EngineException, IOException, InterruptedException {
        return names("GetTables", "TableList", object().put("DatabaseName", database), VIEW);
    }

    /** Makes a database; without a location its tables must bring theirs. */
    public void createDatabase(String name, @Nullable String comment, @Nullable String location)
            throws EngineException, IOException, InterruptedException {
        ObjectNode request = object();
        ObjectNode input = request.putObject("DatabaseInput").put("Name", name);
        if (comment != null) {
            input.put("Description", comment);
        }
        if (location != null) {
            input.put("LocationUri", location);
        }
        glue("CreateDatabase", request);
    }

    public boolean isView(TableName name) throws EngineException, IOException, InterruptedException {
        return entry(name).path("TableType").asText().equals(VIEW);
    }

    /** An Iceberg table, as it is now; changes to it are commits. */
    public Table table(TableName name) throws EngineException, IOException, InterruptedException {
        JsonNode entry = entry(name);
        if (!entry.at("/Parameters/table_type").asText().equalsIgnoreCase("ICEBERG")) {
            throw new EngineException(
                    "NOT_SUPPORTED",
                    Kind.USER,
                    "Table " + name + " is no Iceberg table; the local Athena reads and changes Iceberg tables only");
        }
        return new BaseTable(new GlueTable(store, name), name.toString());
    }

    /** Makes an empty Iceberg table. */
    public void create(
            TableName name, Schema schema, PartitionSpec spec, String location, Map<String, String> properties)
            throws EngineException, IOException, InterruptedException {
        if (tables(name.database()).contains(name.table())) {
            throw new EngineException("TABLE_ALREADY_EXISTS", Kind.USER, "Table '" + name + "' already exists");
        }
        new GlueTable(store, name).commit(null, TableMetadata.newTableMetadata(schema, spec, location, properties));
    }

    /** Writes a table's or view's columns to its entry, where the engine leaves none. */
    public void describe(TableName name) throws EngineException, IOException, InterruptedException {
        JsonNode entry = entry(name);
        ArrayNode columns;
        String location = entry.at("/StorageDescriptor/Location").asText("");
        if (entry.path("TableType").asText().equals(VIEW)) {
            columns = GlueColumns.ofView(entry.path("ViewOriginalText").asText());
        } else {
            Table table = table(name);
            columns = GlueColumns.of(table.schema());
            location = table.location();
        }
        if (entry.at("/StorageDescriptor/Columns").equals(columns)) {
            return;
        }
        ObjectNode request = object().put("DatabaseName", name.database()).put("SkipArchive", true);
        request.set("VersionId", entry.path("VersionId"));
        ObjectNode input = request.putObject("TableInput");
        for (String field : KEPT) {
            if (entry.hasNonNull(field)) {
                input.set(field, entry.get(field));
            }
        }
        input.putObject("StorageDescriptor").put("Location", location).set("Columns", columns);
        try {
            store.call("glue", "AWSGlue.UpdateTable", request);
        } catch (EmulatorException e) {
            // Another commit came between: its entry is the newer one, and its writer's to describe.
            LOG.log(Level.INFO, "Cannot describe " + name + ": " + e.getMessage());
        }
    }

    /** Removes a table's entry and keeps its files. */
    public void forget(TableName name) throws EngineException, IOException, InterruptedException {
        glue("DeleteTable", object().put("DatabaseName", name.database()).put("Name", name.table()));
    }

    /**
     * The snapshot that a tag or a branch points to.
     *
     * @throws EngineException when the table has no such reference; the message lists those it has
     */
    public long snapshot(TableName name, String reference) throws EngineException, IOException, InterruptedException {
        Map<String, SnapshotRef> references = table(name).refs();
        SnapshotRef found = references.get(reference);
        if (found == null) {
            throw new EngineException(
                    "INVALID_ARGUMENTS",
                    Kind.USER,
                    "Cannot find snapshot with reference name: " + reference + "; table " + name + " has "
                            + references.keySet().stream().sorted().toList());
        }
        return found.snapshotId();
    }

    /** Removes a database that has no tables. */
    public void dropDatabase(String name) throws EngineException, IOException, InterruptedException {
        glue("DeleteDatabase", object().put("Name", name));
    }

    private JsonNode entry(TableName name) throws EngineException, IOException, InterruptedException {
        try {
            return store.call(
                            "glue",
                            "AWSGlue.GetTable",
                            object().put("DatabaseName", name.database()).put("Name", name.table()))
                    .path("Table");
        } catch (EmulatorException e) {
            throw new EngineException("TABLE_NOT_FOUND", Kind.USER, "Table '" + name + "' does not exist");
        }
    }

    private List<String> names(String operation, String list, ObjectNode request, @Nullable String type)
            throws EngineException, IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        JsonNode page;
        do {
            page = glue(operation, request);
            for (JsonNode item : page.path(list)) {
                if (type == null || item.path("TableType").asText().equals(type)) {
                    names.add(item.path("Name").asText());
                }
            }
            request.set("NextToken", page.path("NextToken"));
        } while (!page.path("NextToken").asText("").isEmpty());
        names.sort(null);
        return names;
    }

    private JsonNode glue(String operation, ObjectNode request)
            throws EngineException, IOException, InterruptedException {
        try {
            return store.call("glue", "AWSGlue." + operation, request);
        } catch (EmulatorException e) {
            throw new EngineException(
                    switch (e.type()) {
                        case "EntityNotFoundException" -> "SCHEMA_NOT_FOUND";
                        case "AlreadyExistsException" -> "SCHEMA_ALREADY_EXISTS";
                        default -> "GENERIC_USER_ERROR";
                    },
                    Kind.USER,
                    e.getMessage());
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
