package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code CREATE DATABASE d [COMMENT '…'] [LOCATION '…']}. */
record CreateDatabase(
        String name,
        boolean ifNotExists,
        @Nullable String comment,
        @Nullable String location) implements Statement {
    @Override
    public StatementType type() {
        return StatementType.DDL;
    }

    @Override
    public String substatement() {
        return "CREATE_DATABASE";
    }

    @Override
    public Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException {
        if (!ifNotExists || !session.catalog().databases().contains(name)) {
            session.catalog().createDatabase(name, comment, location);
        }
        return Outcome.DONE;
    }
}
