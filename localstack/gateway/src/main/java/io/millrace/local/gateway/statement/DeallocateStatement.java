package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;

/** {@code DEALLOCATE PREPARE name}. */
record DeallocateStatement(String name) implements Statement {
    @Override
    public StatementType type() {
        return StatementType.DDL;
    }

    @Override
    public String substatement() {
        return "DEALLOCATE";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        session.prepared().delete(name);
        return Outcome.DONE;
    }
}
