package io.millrace.serving.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.AthenaError;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.TooManyRequestsException;

/** Athena, in a workgroup of this API's own: its bound on scanned bytes holds, and other people's queries are not found. */
public final class AthenaEngine implements Engine {
    /** AthenaError's category of what the user can mend. */
    private static final int USER = 2;

    private final AthenaClient athena;
    private final String workgroup;

    public AthenaEngine(AthenaClient athena, String workgroup) {
        this.athena = athena;
        this.workgroup = workgroup;
    }

    @Override
    public String start(String sql, String database, List<String> literals) throws EngineException {
        StartQueryExecutionRequest.Builder request = StartQueryExecutionRequest.builder()
                .queryString(sql)
                .workGroup(workgroup)
                .queryExecutionContext(context -> context.database(database));
        if (!literals.isEmpty()) {
            request.executionParameters(literals);
        }
        return call(
                EngineException.Kind.BAD_STATEMENT,
                () -> athena.startQueryExecution(request.build()).queryExecutionId());
    }

    @Override
    public Execution execution(String id) throws EngineException {
        QueryExecution found = call(
                EngineException.Kind.UNKNOWN_QUERY,
                () -> athena.getQueryExecution(request -> request.queryExecutionId(id))
                        .queryExecution());
        if (!workgroup.equals(found.workGroup())) {
            throw new EngineException(
                    EngineException.Kind.UNKNOWN_QUERY, "Query " + id + " is of workgroup " + found.workGroup(), null);
        }
        AthenaError error = found.status().athenaError();
        String reason = found.status().stateChangeReason();
        QueryExecutionStatistics statistics = found.statistics();
        return new Execution(
                state(found.status().state()),
                reason == null ? "" : reason,
                error != null && error.errorCategory() != null && error.errorCategory() == USER,
                statistics == null ? 0 : orZero(statistics.dataScannedInBytes()),
                statistics == null ? 0 : orZero(statistics.engineExecutionTimeInMillis()));
    }

    @Override
    public RowPage page(String id, @Nullable String token, int rows) throws EngineException {
        int header = token == null ? 1 : 0;
        GetQueryResultsResponse response = call(
                EngineException.Kind.UNKNOWN_QUERY,
                () -> athena.getQueryResults(
                        request -> request.queryExecutionId(id).nextToken(token).maxResults(rows + header)));
        List<ResultColumn> columns = response.resultSet().resultSetMetadata().columnInfo().stream()
                .map(column -> new ResultColumn(column.name(), column.type().toLowerCase(Locale.ROOT)))
                .toList();
        List<Row> found = response.resultSet().rows();
        List<List<@Nullable String>> texts = new ArrayList<>();
        for (Row row : found.subList(Math.min(header, found.size()), found.size())) {
            texts.add(texts(row));
        }
        return new RowPage(columns, texts, response.nextToken());
    }

    @Override
    public void stop(String id) throws EngineException {
        call(
                EngineException.Kind.UNKNOWN_QUERY,
                () -> athena.stopQueryExecution(request -> request.queryExecutionId(id)));
    }

    private static List<@Nullable String> texts(Row row) {
        List<@Nullable String> texts = new ArrayList<>();
        for (Datum datum : row.data()) {
            texts.add(datum.varCharValue());
        }
        return texts;
    }

    private static Execution.State state(QueryExecutionState state) {
        if (state == QueryExecutionState.SUCCEEDED) {
            return Execution.State.SUCCEEDED;
        }
        if (state == QueryExecutionState.FAILED) {
            return Execution.State.FAILED;
        }
        return state == QueryExecutionState.CANCELLED ? Execution.State.STOPPED : Execution.State.RUNNING;
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private interface Call<T> {
        T make();
    }

    private static <T> T call(EngineException.Kind ifInvalid, Call<T> call) throws EngineException {
        try {
            return call.make();
        } catch (TooManyRequestsException e) {
            throw new EngineException(EngineException.Kind.BUSY, "Athena has too much to do", e);
        } catch (InvalidRequestException e) {
            throw new EngineException(ifInvalid, "Athena does not take the request", e);
        } catch (AwsServiceException e) {
            EngineException.Kind kind =
                    e.isThrottlingException() ? EngineException.Kind.BUSY : EngineException.Kind.AWAY;
            throw new EngineException(kind, "Athena failed", e);
        } catch (SdkException e) {
            throw new EngineException(EngineException.Kind.AWAY, "Athena does not answer", e);
        }
    }
}
