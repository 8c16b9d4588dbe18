package io.millrace.serving.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.serving.guard.Allowed;
import io.millrace.serving.guard.Refused;
import io.millrace.serving.guard.SqlGuard;
import io.millrace.serving.guard.Verdict;
import io.millrace.serving.http.RefusalException;
import java.time.Instant;
import java.util.List;

/** Answers {@code POST /query}: checks the statement, runs it to its end or stops it, and gives its rows page by page. */
public final class Queries {
    private final SqlGuard guard;
    private final Engine engine;
    private final Waiting waiting;
    private final Pages pages;
    private final RowLimits limits;
    private final String database;

    /** @param database of tables named without one */
    public Queries(SqlGuard guard, Engine engine, Waiting waiting, RowLimits limits, String database) {
        this.guard = guard;
        this.engine = engine;
        this.waiting = waiting;
        this.pages = new Pages(engine);
        this.limits = limits;
        this.database = database;
    }

    /**
     * Answers a request.
     *
     * @param deadline when a query that still runs is stopped
     * @throws RefusalException with what to tell the sender
     */
    public ObjectNode answer(String body, Instant deadline) throws RefusalException, InterruptedException {
        QueryRequest request = QueryRequest.read(body, limits);
        PageToken next = request.next();
        if (next != null) {
            Execution execution = call(() -> engine.execution(next.queryId()));
            if (execution.state() != Execution.State.SUCCEEDED) {
                throw PageToken.unknown();
            }
            return page(next, execution);
        }
        Allowed allowed = allowed(request);
        return run(allowed.sql(), request.literals(), request.limit(), deadline);
    }

    /**
     * Runs SQL of our own making.
     *
     * @param sql that gives at most {@code limit + 1} rows
     */
    public ObjectNode run(String sql, List<String> literals, int limit, Instant deadline)
            throws RefusalException, InterruptedException {
        String id = call(() -> engine.start(sql, database, literals));
        Execution execution = waiting.end(id, deadline);
        return page(new PageToken(id, "", limit), execution);
    }

    private Allowed allowed(QueryRequest request) throws RefusalException {
        // One row more than wanted tells whether there are more.
        Verdict verdict = guard.check(request.sql(), request.limit() + 1L);
        if (verdict instanceof Refused refused) {
            throw new RefusalException(400, "sql_refused", "Cannot run the SQL: " + refused.reason())
                    .with("rule", refused.rule().word())
                    .with("line", refused.line())
                    .with("column", refused.column());
        }
        if (verdict instanceof Allowed allowed
                && allowed.parameters() == request.literals().size()) {
            return allowed;
        }
        throw new RefusalException(
                400,
                "bad_parameters",
                "Cannot take the parameters: there are " + request.literals().size()
                        + " and the statement has another number of ?");
    }

    private ObjectNode page(PageToken from, Execution execution) throws RefusalException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("query_id", from.queryId());
        call(() -> {
            pages.write(from, Math.min(from.rowsLeft(), limits.most()), answer);
            return answer;
        });
        answer.putObject("statistics")
                .put("scanned_bytes", execution.scannedBytes())
                .put("engine_ms", execution.engineMillis());
        return answer;
    }

    private static <T> T call(EngineCall<T> call) throws RefusalException {
        return EngineCall.answered(call);
    }
}
