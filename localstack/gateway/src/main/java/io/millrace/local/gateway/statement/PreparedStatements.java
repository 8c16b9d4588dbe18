package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.EngineException;
import java.io.IOException;

/** The prepared statements of the workgroup that a query runs in. */
public interface PreparedStatements {
    /**
     * A statement's SQL.
     *
     * @throws EngineException when the workgroup has none of that name
     */
    String get(String name) throws EngineException, IOException, InterruptedException;

    /** Keeps a statement, in place of one of the same name. */
    void put(String name, String sql) throws EngineException, IOException, InterruptedException;

    /** Deletes a statement. */
    void delete(String name) throws EngineException, IOException, InterruptedException;
}
