package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;

/** {@code PREPARE name FROM statement}: kept in the workgroup, as CreatePreparedStatement does. */
record PrepareStatement(String name, String sql) implements Statement {
    @Override
    public StatementType type() {
        return StatementType.DDL;
    }

    @Override
    public String substatement() {
        return "PREPARE";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        session.prepared().put(name, sql);
        return Outcome.DONE;
    }
}
