package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.catalog.LakeCatalog;
import io.millrace.local.gateway.engine.Engine;
import io.millrace.local.gateway.upstream.Store;
import io.millrace.local.gateway.wire.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

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

    private final QueryLog log;
    private final Map<String, Operation> operations = new HashMap<>();

    /**
     * An API that knows the queries of earlier processes.
     *
     * @param queries a folder for queries and their rows
     */
    public AthenaApi(Engine engine, Store store, Path queries, TimeLimits limits, Clock clock) throws IOException {
        QueryArchive archive = new QueryArchive(queries);
        log = new QueryLog(REMEMBERED_QUERIES, REMEMBERED_BYTES, archive);
        QueryRunner runner =
                new QueryRunner(engine, new LakeCatalog(store), new ResultFile(store), archive, limits, clock);
        Workgroups workgroups = new Workgroups(store);
        Queries executions = new Queries(log, runner, workgroups, archive, clock);
        Metadata metadata = new Metadata(store);
        operations.put("StartQueryExecution", executions::start);
        operations.put("GetQueryExecution", executions::get);
        operations.put("BatchGetQueryExecution", executions::batchGet);
        operations.put("ListQueryExecutions", executions::list);
        operations.put("StopQueryExecution", executions::stop);
        operations.put("GetQueryResults", executions::results);
        operations.put("GetQueryRuntimeStatistics", executions::runtimeStatistics);
        operations.put("GetDatabase", metadata::getDatabase);
        operations.put("ListDatabases", metadata::listDatabases);
        operations.put("GetTableMetadata", metadata::getTable);
        operations.put("ListTableMetadata", metadata::listTables);
        operations.put("UpdatePreparedStatement", workgroups::updatePrepared);
        operations.put("BatchGetPreparedStatement", workgroups::batchGetPrepared);
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
