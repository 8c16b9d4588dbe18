package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineException.Kind;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.iceberg.Table;

/**
 * A change of a table's definition, one commit whatever it changes.
 *
 * @param action the end of Athena's SubstatementType, such as {@code ADD_COLUMNS}
 */
record AlterTable(Name name, String action, Consumer<Table> change) implements Statement {
    @Override
    public StatementType type() {
        return StatementType.DDL;
    }

    @Override
    public String substatement() {
        return "ALTER_TABLE_" + action;
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        Table table = session.catalog().table(session.complete(name));
        try {
            change.accept(table);
        } catch (IllegalArgumentException e) {
            throw new EngineException("INVALID_TABLE_CHANGE", Kind.USER, String.valueOf(e.getMessage()));
        }
        return Outcome.DONE;
    }
}
