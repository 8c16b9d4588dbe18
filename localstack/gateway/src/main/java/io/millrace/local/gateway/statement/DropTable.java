package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;

/** {@code DROP TABLE [IF EXISTS] t}: the table and its files. */
record DropTable(Name name, boolean ifExists) implements Statement {
    @Override
    public StatementType type() {
        return StatementType.DDL;
    }

    @Override
    public String substatement() {
        return "DROP_TABLE";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        session.step("DROP TABLE " + (ifExists ? "IF EXISTS " : "")
                + session.complete(name).sql());
        return Outcome.DONE;
    }
}
