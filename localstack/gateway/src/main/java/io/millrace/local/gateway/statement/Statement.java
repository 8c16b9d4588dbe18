package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One statement of Athena's SQL. */
public interface Statement {
    StatementType type();

    /** Athena's SubstatementType, such as {@code CREATE_TABLE}. */
    String substatement();

    default ResultKind result() {
        return ResultKind.TEXT;
    }

    /** The name of the prepared statement that it runs; null when it runs none. */
    default @Nullable String executes() {
        return null;
    }

    /**
     * Carries it out; its columns and rows go to the sink.
     *
     * @throws EngineException when it fails, in the engine's words
     * @throws InterruptedException when the sink asked to stop
     */
    Outcome run(Session session, ResultSink sink) throws EngineException, IOException, InterruptedException;
}
