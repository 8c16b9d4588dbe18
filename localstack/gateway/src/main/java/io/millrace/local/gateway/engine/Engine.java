package io.millrace.local.gateway.engine;

import java.io.IOException;

/** Runs SQL. */
public interface Engine {
    EngineState state();

    /**
     * Waits until the engine takes statements.
     *
     * @throws EngineException when it could not start
     */
    void awaitStart() throws EngineException, InterruptedException;

    /**
     * Runs one statement.
     *
     * @throws EngineException when the statement fails, with the engine's own words
     * @throws InterruptedException when the sink asked to stop; the statement is cancelled
     */
    EngineOutcome run(EngineQuery query, ResultSink sink) throws EngineException, IOException, InterruptedException;
}
