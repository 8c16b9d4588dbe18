package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.engine.EngineProgress;
import io.millrace.local.gateway.result.ResultColumn;
import io.millrace.local.gateway.result.ResultPage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries in the shapes of Athena's API. */
final class QueryJson {
    private static final String ENGINE_VERSION = "Athena engine version 3";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Clock clock;

    QueryJson(Clock clock) {
        this.clock = clock;
    }

    /** {@code QueryExecution}. */
    ObjectNode execution(QueryExecution query) {
        Submission submission = query.submission();
        Progress progress = query.progress();
        ObjectNode json = JSON.objectNode()
                .put("QueryExecutionId", submission.id())
                .put("Query", submission.sql())
                .put("StatementType", submission.statement().type().name())
                .put("SubstatementType", submission.statement().substatement())
                .put("WorkGroup", submission.workgroup().name());
        json.putObject("ResultConfiguration").put("OutputLocation", submission.outputLocation());
        ObjectNode context = json.putObject("QueryExecutionContext");
        putIfPresent(context, "Database", submission.database());
        putIfPresent(context, "Catalog", submission.catalog());
        if (submission.reuse() != null) {
            json.set("ResultReuseConfiguration", submission.reuse());
        }
        json.set("Status", status(submission, progress));
        json.set("Statistics", statistics(submission, progress));
        json.putObject("EngineVersion")
                .put("SelectedEngineVersion", "AUTO")
                .put("EffectiveEngineVersion", ENGINE_VERSION);
        if (!submission.parameters().isEmpty()) {
            ArrayNode parameters = json.putArray("ExecutionParameters");
            submission.parameters().forEach(parameters::add);
        }
        return json;
    }

    /** {@code QueryRuntimeStatistics}. */
    ObjectNode runtimeStatistics(QueryExecution query) {
        Submission submission = query.submission();
        Progress progress = query.progress();
        ObjectNode timeline = JSON.objectNode();
        ObjectNode statistics = statistics(submission, progress);
        for (String field :
                List.of("QueryQueueTimeInMillis", "EngineExecutionTimeInMillis", "TotalExecutionTimeInMillis")) {
            timeline.set(field, statistics.get(field));
        }
        ObjectNode json = JSON.objectNode();
        json.set("Timeline", timeline);
        json.putObject("Rows")
                .put("InputRows", progress.engine().processedRows())
                .put("InputBytes", progress.engine().scannedBytes());
        return json;
    }

    /** The response of GetQueryResults. */
    ObjectNode results(QueryExecution query, ResultPage page, @Nullable String nextToken) {
        ObjectNode resultSet = JSON.objectNode();
        ArrayNode rows = resultSet.putArray("Rows");
        for (List<@Nullable String> row : page.rows()) {
            ArrayNode data = rows.addObject().putArray("Data");
            for (String value : row) {
                putIfPresent(data.addObject(), "VarCharValue", value);
            }
        }
        ArrayNode columns = resultSet.putObject("ResultSetMetadata").putArray("ColumnInfo");
        for (ResultColumn column : query.columns()) {
            columns.add(column.columnInfo());
        }
        ObjectNode json = JSON.objectNode();
        Long updateCount = query.updateCount();
        json.put("UpdateCount", updateCount == null ? 0L : updateCount);
        json.set("ResultSet", resultSet);
        putIfPresent(json, "NextToken", nextToken);
        return json;
    }

    private static ObjectNode status(Submission submission, Progress progress) {
        ObjectNode status = JSON.objectNode()
                .put("State", progress.state().name())
                .put("SubmissionDateTime", epochSeconds(submission.at()));
        Instant completed = progress.completedAt();
        if (completed != null) {
            status.put("CompletionDateTime", epochSeconds(completed));
        }
        putIfPresent(status, "StateChangeReason", progress.reason());
        QueryFailure failure = progress.failure();
        if (failure != null) {
            status.set("AthenaError", failure.json());
        }
        return status;
    }

    private ObjectNode statistics(Submission submission, Progress progress) {
        Instant end = progress.completedAt() == null ? clock.instant() : progress.completedAt();
        Instant start = progress.startedAt() == null ? end : progress.startedAt();
        EngineProgress engine = progress.engine();
        long total = Duration.between(submission.at(), end).toMillis();
        long queued = Duration.between(submission.at(), start).toMillis();
        ObjectNode statistics = JSON.objectNode()
                .put("EngineExecutionTimeInMillis", engine.elapsedMillis())
                .put("DataScannedInBytes", engine.scannedBytes())
                .put("TotalExecutionTimeInMillis", total)
                .put("QueryQueueTimeInMillis", queued)
                .put("ServiceProcessingTimeInMillis", Math.max(0, total - queued - engine.elapsedMillis()));
        if (progress.state() == QueryState.SUCCEEDED) {
            putIfPresent(statistics, "DataManifestLocation", submission.manifestLocation());
        }
        statistics.putObject("ResultReuseInformation").put("ReusedPreviousResult", false);
        return statistics;
    }

    private static double epochSeconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    private static void putIfPresent(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
