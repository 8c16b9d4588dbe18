package io.millrace.query;

import io.millrace.query.ResultTable.ResultColumn;
import io.millrace.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.GetQueryResultsRequest;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StatementType;

/** Runs SQL in the environment's workgroup, one statement at a time. */
public final class AthenaQueries implements AutoCloseable {

    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Target target;
    private final AthenaClient athena;

    public AthenaQueries(Target target) {
        this.target = target;
        this.athena = target.clients().athena();
    }

    /**
     * Runs a statement, waits, and fetches its whole result.
     *
     * @param database what names without one mean
     * @throws QueryFailedException if the engine fails it; the message is the engine's
     */
    public ResultTable run(String sql, String database) throws InterruptedException {
        return run(sql, database, List.of());
    }

    /**
     * Runs a statement as {@link #run(String, String)} does.
     *
     * @param texts what stands for each {@code ?}, in order: text, whatever is in it
     */
    public ResultTable run(String sql, String database, List<String> texts) throws InterruptedException {
        StartQueryExecutionRequest.Builder start = StartQueryExecutionRequest.builder()
                .queryString(sql)
                .workGroup(target.workgroup())
                .queryExecutionContext(context -> context.database(database));
        if (!texts.isEmpty()) {
            start.executionParameters(texts.stream().map(AthenaQueries::literal).toList());
        }
        String id = athena.startQueryExecution(start.build()).queryExecutionId();
        try {
            QueryExecution ended = await(id);
            return fetch(id, ended.statementType() == StatementType.DML);
        } catch (InterruptedException e) {
            athena.stopQueryExecution(request -> request.queryExecutionId(id));
            throw e;
        }
    }

    /** Athena takes a parameter as SQL writes its value. */
    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private QueryExecution await(String id) throws InterruptedException {
        Duration pause = FIRST_LOOK;
        while (true) {
            QueryExecution execution = athena.getQueryExecution(request -> request.queryExecutionId(id))
                    .queryExecution();
            QueryExecutionState state = execution.status().state();
            if (state == QueryExecutionState.SUCCEEDED) {
                return execution;
            }
            if (state == QueryExecutionState.FAILED || state == QueryExecutionState.CANCELLED) {
                String reason = execution.status().stateChangeReason();
                throw new QueryFailedException(reason == null ? "Query " + id + " was " + state : reason);
            }
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private ResultTable fetch(String id, boolean headed) {
        List<ResultColumn> columns = List.of();
        List<List<@Nullable String>> rows = new ArrayList<>();
        String token = null;
        do {
            GetQueryResultsRequest.Builder request =
                    GetQueryResultsRequest.builder().queryExecutionId(id);
            if (token != null) {
                request.nextToken(token);
            }
            GetQueryResultsResponse page = athena.getQueryResults(request.build());
            boolean first = token == null;
            if (first) {
                columns = page.resultSet().resultSetMetadata().columnInfo().stream()
                        .map(column ->
                                new ResultColumn(column.name(), column.type().toLowerCase(Locale.ROOT)))
                        .toList();
            }
            List<Row> found = page.resultSet().rows();
            // Athena gives a SELECT's column names again as the first row of its first page.
            int cells = columns.size();
            found.subList(first && headed && !found.isEmpty() ? 1 : 0, found.size())
                    .forEach(row -> rows.add(values(row, cells)));
            token = page.nextToken();
        } while (token != null);
        return new ResultTable(columns, rows);
    }

    /** A row's cells. DESCRIBE's lines come as the first cell alone, their parts divided by tabs. */
    static List<@Nullable String> values(Row row, int columns) {
        List<@Nullable String> values = new ArrayList<>();
        if (row.data().size() == 1 && columns > 1 && row.data().get(0).varCharValue() != null) {
            values.addAll(List.of(row.data().get(0).varCharValue().split("\t", columns)));
        } else {
            row.data().forEach(datum -> values.add(datum.varCharValue()));
        }
        while (values.size() < columns) {
            values.add(null);
        }
        return values;
    }

    @Override
    public void close() {
        athena.close();
    }
}
