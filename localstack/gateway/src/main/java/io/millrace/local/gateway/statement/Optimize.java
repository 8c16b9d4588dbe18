package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;

/**
 * {@code OPTIMIZE t REWRITE DATA USING BIN_PACK [WHERE …]}.
 *
 * @param where empty, or the condition with its keyword and a blank before it
 */
record Optimize(Name name, String where) implements Statement {
    @Override
    public StatementType type() {
        return StatementType.DML;
    }

    @Override
    public String substatement() {
        return "OPTIMIZE";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        TableName table = session.complete(name);
        session.step("ALTER TABLE " + table.sql() + " EXECUTE optimize" + where);
        session.catalog().describe(table);
        return Outcome.DONE;
    }
}
