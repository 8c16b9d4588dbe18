package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.engine.Engine;
import io.millrace.local.gateway.wire.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Athena's API (JSON 1.1, {@code X-Amz-Target: AmazonAthena.*}). Queries run on the engine; databases and tables come from
 * the Glue catalog; what only keeps definitions (workgroups, named queries, prepared statements, tags, the data catalog)
 * is left to the store. Everything else is refused by name, never made up.
 */
public final class AthenaApi {
    /** What an X-Amz-Target of this API begins with. */
    public static final String TARGET_PREFIX = "AmazonAthena.";

    private static final Logger LOG = Logger.getLogger(AthenaApi.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REMEMBERED_QUERIES = 1000;
    private static final long REMEMBERED_BYTES = 2L * 1024 * 1024 * 1024;
    private static final Set<String> KEPT_BY_STORE = Set.of(
            "CreateWorkGroup",
            "GetWorkGroup",
            "ListWorkGroups",
            "UpdateWorkGroup",
            "DeleteWorkGroup",
            "CreateNamedQuery",
            "GetNamedQuery",
            "BatchGetNamedQuery",
            "ListNamedQueries",
            "DeleteNamedQuery",
            "CreatePreparedStatement",
            "GetPreparedStatement",
            "ListPreparedStatements",
            "DeletePreparedStatement",
            "GetDataCatalog",
            "ListDataCatalogs",
            "TagResource",
            "UntagResource",
            "ListTagsForResource");

    private final QueryLog log = new QueryLog(REMEMBERED_QUERIES, REMEMBERED_BYTES);
    private final Map<String, Operation> operations = new HashMap<>();

    /**
     * An API with no queries yet.
     *
     * @param spools a folder for result rows, emptied here: an earlier process's queries are not known any more
     */
    public AthenaApi(Engine engine, Store store, Path spools, Clock clock) throws IOException {
        Files.createDirectories(spools);
        try (Stream<Path> old = Files.list(spools)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        QueryRunner runner = new QueryRunner(engine, new ResultFile(store), clock);
        Queries queries = new Queries(log, runner, new Workgroups(store), spools, clock);
        Metadata metadata = new Metadata(store);
        operations.put("StartQueryExecution", queries::start);
        operations.put("GetQueryExecution", queries::get);
        operations.put("BatchGetQueryExecution", queries::batchGet);
        operations.put("ListQueryExecutions", queries::list);
        operations.put("StopQueryExecution", queries::stop);
        operations.put("GetQueryResults", queries::results);
        operations.put("GetQueryRuntimeStatistics", queries::runtimeStatistics);
        operations.put("GetDatabase", metadata::getDatabase);
        operations.put("ListDatabases", metadata::listDatabases);
        operations.put("GetTableMetadata", metadata::getTable);
        operations.put("ListTableMetadata", metadata::listTables);
        operations.put("ListEngineVersions", AthenaApi::engineVersions);
    }

    /** Whether the store answers this operation itself. */
    public static boolean keptByStore(String operation) {
        return KEPT_BY_STORE.contains(operation);
    }

    /** Answers one request; an error is a reply too. */
    public Reply answer(String operation, byte[] content) {
        try {
            Operation known = operations.get(operation);
            if (known == null) {
                throw new AthenaException(
                        "UnsupportedOperationException",
                        "UNSUPPORTED",
                        "Cannot answer AmazonAthena." + operation + ": the local Athena does not have it");
            }
            JsonNode request = content.length == 0 ? JSON.createObjectNode() : JSON.readTree(content);
            if (!request.isObject()) {
                throw new AthenaException("SerializationException", "SERIALIZATION", "Request is not a JSON object");
            }
            return reply(200, known.answer(request));
        } catch (AthenaException e) {
            return error(400, e);
        } catch (JsonProcessingException e) {
            return error(400, new AthenaException("SerializationException", "SERIALIZATION", e.getOriginalMessage()));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Cannot answer AmazonAthena." + operation, e);
            return error(500, AthenaException.internal("Cannot answer AmazonAthena." + operation + ": " + e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(500, AthenaException.internal("The gateway is stopping"));
        }
    }

    /** How many queries run and wait now. */
    public Map<String, Long> load() {
        return Map.of("running", log.count(QueryState.RUNNING), "queued", log.count(QueryState.QUEUED));
    }

    private static ObjectNode engineVersions(JsonNode request) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        for (String selected : List.of("AUTO", "Athena engine version 3")) {
            response.withArray("EngineVersions")
                    .addObject()
                    .put("SelectedEngineVersion", selected)
                    .put("EffectiveEngineVersion", "Athena engine version 3");
        }
        return response;
    }

    private static Reply error(int status, AthenaException e) {
        return reply(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("__type", e.type())
                        .put("AthenaErrorCode", e.code())
                        .put("Message", e.getMessage()));
    }

    private static Reply reply(int status, ObjectNode body) {
        return Reply.json(status, body.toString())
                .with("Content-Type", "application/x-amz-json-1.1")
                .with("x-amzn-RequestId", UUID.randomUUID().toString());
    }
}
