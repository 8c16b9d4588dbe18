package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.result.ResultPage;
import io.millrace.local.gateway.statement.PreparedStatements;
import io.millrace.local.gateway.statement.Statement;
import io.millrace.local.gateway.statement.StatementParser;
import io.millrace.local.gateway.statement.SyntaxException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operations on query executions. */
final class Queries {
    private static final int MAX_QUERY_CHARACTERS = 262_144;
    private static final int MAX_ROWS = 1000;
    private static final int MAX_IDS = 50;
    private static final String PRIMARY = "primary";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final QueryLog log;
    private final QueryRunner runner;
    private final Workgroups workgroups;
    private final QueryArchive archive;
    private final Clock clock;
    private final QueryJson shapes;

    Queries(QueryLog log, QueryRunner runner, Workgroups workgroups, QueryArchive archive, Clock clock) {
        this.log = log;
        this.runner = runner;
        this.workgroups = workgroups;
        this.archive = archive;
        this.clock = clock;
        this.shapes = new QueryJson(clock);
    }

    ObjectNode start(JsonNode request) throws AthenaException, IOException, InterruptedException {
        String token = text(request, "ClientRequestToken");
        ObjectNode identity = request.deepCopy();
        identity.remove("ClientRequestToken");
        String fingerprint = identity.toString();
        String known = log.known(token, fingerprint);
        if (known == null) {
            Submission submission = submission(request);
            PreparedStatements prepared = workgroups.prepared(submission.workgroup());
            check(submission.statement(), prepared);
            QueryExecution query = new QueryExecution(submission, archive.rows(submission.id()));
            Optional<QueryExecution> added = log.add(query, token, fingerprint);
            if (added.isPresent()) {
                runner.submit(query, prepared);
                known = submission.id();
            } else {
                known = log.known(token, fingerprint); // the same request came twice at once
            }
        }
        return JSON.objectNode().put("QueryExecutionId", known);
    }

    ObjectNode get(JsonNode request) throws AthenaException {
        ObjectNode response = JSON.objectNode();
        response.set("QueryExecution", shapes.execution(find(request)));
        return response;
    }

    ObjectNode batchGet(JsonNode request) throws AthenaException {
        JsonNode ids = request.path("QueryExecutionIds");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MAX_IDS) {
            throw AthenaException.invalid("QueryExecutionIds must hold 1 to " + MAX_IDS + " ids");
        }
        ObjectNode response = JSON.objectNode();
        ArrayNode found = response.putArray("QueryExecutions");
        ArrayNode missing = response.putArray("UnprocessedQueryExecutionIds");
        for (JsonNode id : ids) {
            log.find(id.asText())
                    .ifPresentOrElse(
                            query -> found.add(shapes.execution(query)),
                            () -> missing.addObject()
                                    .put("QueryExecutionId", id.asText())
                                    .put("ErrorCode", "INVALID_INPUT")
                                    .put("ErrorMessage", "QueryExecution " + id.asText() + " was not found"));
        }
        return response;
    }

    ObjectNode list(JsonNode request) throws AthenaException {
        String workgroup = request.path("WorkGroup").asText(PRIMARY);
        List<String> ids = log.ids(workgroup);
        int from = (int) Math.min(PageToken.position(request, workgroup), ids.size());
        int to = Math.min(from + PageToken.maxResults(request, MAX_IDS), ids.size());
        ObjectNode response = JSON.objectNode();
        ArrayNode page = response.putArray("QueryExecutionIds");
        ids.subList(from, to).forEach(page::add);
        if (to < ids.size()) {
            response.put("NextToken", PageToken.of(workgroup, to));
        }
        return response;
    }

    ObjectNode stop(JsonNode request) throws AthenaException {
        runner.stop(find(request));
        return JSON.objectNode();
    }

    ObjectNode results(JsonNode request) throws AthenaException, IOException {
        QueryExecution query = find(request);
        QueryState state = query.progress().state();
        if (!state.isFinal()) {
            throw AthenaException.invalid("Query has not yet finished. Current state: " + state);
        }
        if (state != QueryState.SUCCEEDED) {
            throw AthenaException.invalid("Query did not finish successfully. Final query state: " + state);
        }
        String id = query.submission().id();
        int maxRows = PageToken.maxResults(request, MAX_ROWS);
        ResultPage page = ResultPage.read(query.spool(), PageToken.position(request, id), maxRows);
        return shapes.results(query, page, page.next() < 0 ? null : PageToken.of(id, page.next()));
    }

    ObjectNode runtimeStatistics(JsonNode request) throws AthenaException {
        ObjectNode response = JSON.objectNode();
        response.set("QueryRuntimeStatistics", shapes.runtimeStatistics(find(request)));
        return response;
    }

    private Submission submission(JsonNode request) throws AthenaException, IOException, InterruptedException {
        String sql = text(request, "QueryString");
        if (sql == null || sql.length() > MAX_QUERY_CHARACTERS) {
            throw AthenaException.invalid("QueryString must have 1 to " + MAX_QUERY_CHARACTERS + " characters");
        }
        JsonNode context = request.path("QueryExecutionContext");
        Catalog.check(context.path("Catalog").asText(""));
        Workgroup workgroup = workgroups.open(request.path("WorkGroup").asText(PRIMARY));
        List<String> parameters = new ArrayList<>();
        request.path("ExecutionParameters").forEach(parameter -> parameters.add(parameter.asText()));
        return new Submission(
                UUID.randomUUID().toString(),
                sql,
                parse(sql),
                text(context, "Catalog"),
                database(context),
                parameters,
                workgroup,
                workgroup.resultLocation(text(request.path("ResultConfiguration"), "OutputLocation")),
                request.get("ResultReuseConfiguration"),
                clock.instant());
    }

    private static Statement parse(String sql) throws AthenaException {
        try {
            return StatementParser.parse(sql);
        } catch (SyntaxException e) {
            throw new AthenaException("InvalidRequestException", "MALFORMED_QUERY", e.getMessage());
        }
    }

    /** Refuses the execution of a prepared statement that is not there. */
    private static void check(Statement statement, PreparedStatements prepared)
            throws AthenaException, IOException, InterruptedException {
        String name = statement.executes();
        if (name != null) {
            try {
                prepared.get(name);
            } catch (EngineException e) {
                throw AthenaException.invalid(e.getMessage());
            }
        }
    }

    private QueryExecution find(JsonNode request) throws AthenaException {
        return log.get(request.path("QueryExecutionId").asText());
    }

    /** The context's database; awswrangler sends it in backquotes, which Athena takes. */
    private static @Nullable String database(JsonNode context) {
        String name = text(context, "Database");
        return name == null ? null : name.replace("`", "").toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(JsonNode object, String field) {
        String text = object.path(field).asText("");
        return text.isEmpty() ? null : text;
    }
}
