package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.local.gateway.engine.EngineProgress;
import io.millrace.local.gateway.result.ResultColumn;
import io.millrace.local.gateway.statement.StatementParser;
import io.millrace.local.gateway.statement.SyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query execution as it is written to disk; times are milliseconds since 1970. */
record KeptQuery(
        String id,
        String sql,
        @Nullable String catalog,
        @Nullable String database,
        List<String> parameters,
        Workgroup workgroup,
        String outputPrefix,
        @Nullable JsonNode reuse,
        long at,
        QueryState state,
        @Nullable String reason,
        @Nullable QueryFailure failure,
        @Nullable Long startedAt,
        @Nullable Long completedAt,
        EngineProgress engine,
        List<ResultColumn> columns,
        @Nullable Long updateCount) {

    static KeptQuery of(QueryExecution query, Progress progress) {
        Submission submission = query.submission();
        return new KeptQuery(
                submission.id(),
                submission.sql(),
                submission.catalog(),
                submission.database(),
                submission.parameters(),
                submission.workgroup(),
                submission.outputPrefix(),
                submission.reuse(),
                submission.at().toEpochMilli(),
                progress.state(),
                progress.reason(),
                progress.failure(),
                millis(progress.startedAt()),
                millis(progress.completedAt()),
                progress.engine(),
                query.columns(),
                query.updateCount());
    }

    /** The query; one that had not ended when its process did has failed. */
    QueryExecution query(Path rows) throws SyntaxException {
        Submission submission = new Submission(
                id,
                sql,
                StatementParser.parse(sql),
                catalog,
                database,
                parameters,
                workgroup,
                outputPrefix,
                reuse == null || reuse.isNull() ? null : reuse,
                Instant.ofEpochMilli(at));
        QueryExecution query = new QueryExecution(submission, rows);
        query.columns(columns);
        query.updateCount(updateCount);
        Progress known = new Progress(state, reason, failure, instant(startedAt), instant(completedAt), engine);
        query.advance(unknown -> known);
        QueryFailure lost = QueryFailure.engine("The local Athena was stopped before the query ended");
        query.advance(running -> running.ended(QueryState.FAILED, lost.message(), lost, Instant.ofEpochMilli(at)));
        return query;
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
