package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineException.Kind;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;
import java.util.List;

/** {@code DROP DATABASE [IF EXISTS] d [RESTRICT | CASCADE]}. */
record DropDatabase(String name, boolean ifExists, boolean cascade) implements Statement {
    @Override
    public StatementType type() {
        return StatementType.DDL;
    }

    @Override
    public String substatement() {
        return "DROP_DATABASE";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        if (ifExists && !session.catalog().databases().contains(name)) {
            return Outcome.DONE;
        }
        List<String> tables = session.catalog().tables(name);
        if (!cascade && !tables.isEmpty()) {
            throw new EngineException(
                    "SCHEMA_NOT_EMPTY", Kind.USER, "Cannot drop non-empty database '" + name + "'; add CASCADE");
        }
        for (String table : tables) {
            TableName dropped = new TableName(name, table);
            session.step((session.catalog().isView(dropped) ? "DROP VIEW " : "DROP TABLE ") + dropped.sql());
        }
        session.catalog().dropDatabase(name);
        return Outcome.DONE;
    }
}
