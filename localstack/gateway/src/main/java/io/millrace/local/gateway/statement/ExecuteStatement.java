package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineQuery;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * {@code EXECUTE name [USING …]}. Parameters may come with the statement or with the request.
 *
 * @param using whether the statement itself has the parameters
 */
record ExecuteStatement(String name, String sql, boolean using) implements Statement {
    @Override
    public StatementType type() {
        return StatementType.DML;
    }

    @Override
    public String substatement() {
        return "EXECUTE";
    }

    @Override
    public ResultKind result() {
        return ResultKind.ROWS;
    }

    @Override
    public String executes() {
        return name;
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        String text = using || session.parameters().isEmpty()
                ? sql
                : sql + " USING " + String.join(", ", session.parameters());
        Map<String, String> statements =
                Map.of(name, Versions.resolved(session.prepared().get(name), session));
        Long rows = session.engine()
                .run(new EngineQuery(text, session.database(), List.of(), statements), sink)
                .updateCount();
        return new Outcome(rows, List.of());
    }
}
