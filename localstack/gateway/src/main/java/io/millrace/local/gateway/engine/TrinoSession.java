package io.millrace.local.gateway.engine;

import io.airlift.units.Duration;
import io.millrace.local.gateway.engine.EngineException.Kind;
import io.millrace.local.gateway.result.ResultColumn;
import io.trino.client.ClientSession;
import io.trino.client.Column;
import io.trino.client.QueryError;
import io.trino.client.QueryStatusInfo;
import io.trino.client.StatementClient;
import io.trino.client.StatementClientFactory;
import io.trino.client.StatementStats;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Runs statements over Trino's client protocol, page by page. */
final class TrinoSession {
    private static final String PARAMETERISED = "parameterised";

    private final URI server;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .readTimeout(2, TimeUnit.MINUTES)
            .writeTimeout(2, TimeUnit.MINUTES)
            .build();

    TrinoSession(URI server) {
        this.server = server;
    }

    EngineOutcome run(EngineQuery query, ResultSink sink) throws EngineException, IOException, InterruptedException {
        try (StatementClient client = StatementClientFactory.newStatementClient(http, session(query), text(query))) {
            boolean described = false;
            while (client.isRunning()) {
                QueryStatusInfo status = client.currentStatusInfo();
                if (!described && status.getColumns() != null) {
                    sink.columns(columns(status.getColumns()));
                    described = true;
                }
                Iterable<List<Object>> rows = client.currentData().getData();
                if (rows != null) {
                    for (List<@Nullable Object> row : rows) {
                        sink.row(row);
                    }
                }
                if (!sink.progress(progress(client.getStats()))) {
                    throw new InterruptedException("Query was stopped");
                }
                client.advance();
            }
            return outcome(client, sink, described);
        }
    }

    private static EngineOutcome outcome(StatementClient client, ResultSink sink, boolean described)
            throws EngineException, IOException, InterruptedException {
        if (!client.isFinished()) {
            throw new InterruptedException("Query was stopped");
        }
        QueryStatusInfo last = client.finalStatusInfo();
        QueryError error = last.getError();
        if (error != null) {
            throw new EngineException(error.getErrorName(), kind(error), error.getMessage());
        }
        if (!described && last.getColumns() != null) {
            sink.columns(columns(last.getColumns()));
        }
        EngineProgress progress = progress(last.getStats());
        if (!sink.progress(progress)) {
            throw new InterruptedException("Query was stopped");
        }
        return new EngineOutcome(last.getUpdateCount(), progress);
    }

    private ClientSession session(EngineQuery query) {
        Map<String, String> prepared = new HashMap<>(query.prepared());
        if (!query.parameters().isEmpty()) {
            prepared.put(PARAMETERISED, query.sql());
        }
        ClientSession.Builder session = ClientSession.builder()
                .server(server)
                .user(Optional.of("athena"))
                .source("athena")
                .catalog(TrinoCatalog.NAME)
                .timeZone(ZoneOffset.UTC)
                .locale(Locale.ENGLISH)
                .preparedStatements(prepared)
                .clientRequestTimeout(new Duration(2, TimeUnit.MINUTES));
        return query.schema() == null
                ? session.build()
                : session.schema(query.schema()).build();
    }

    private static String text(EngineQuery query) {
        return query.parameters().isEmpty()
                ? query.sql()
                : "EXECUTE " + PARAMETERISED + " USING " + String.join(", ", query.parameters());
    }

    private static List<ResultColumn> columns(List<Column> columns) {
        return columns.stream()
                .map(column -> new ResultColumn(column.getName(), column.getType()))
                .toList();
    }

    private static EngineProgress progress(StatementStats stats) {
        return new EngineProgress(
                stats.getPhysicalInputBytes(),
                stats.getProcessedRows(),
                stats.getQueuedTimeMillis(),
                stats.getElapsedTimeMillis(),
                stats.getPeakMemoryBytes());
    }

    private static Kind kind(QueryError error) {
        return switch (String.valueOf(error.getErrorType())) {
            case "USER_ERROR" -> Kind.USER;
            case "INSUFFICIENT_RESOURCES" -> Kind.RESOURCES;
            default -> Kind.INTERNAL;
        };
    }
}
