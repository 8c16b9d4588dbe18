package io.millrace.serving.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs SQL. Its queries are kept apart from everybody else's, and found again by their ids. */
public interface Engine {
    /**
     * Starts a query.
     *
     * @param database of tables named without one
     * @param literals SQL of the value of each {@code ?}, in order
     * @return its id
     * @throws EngineException when it does not take it
     */
    String start(String sql, String database, List<String> literals) throws EngineException;

    /**
     * How the query stands.
     *
     * @throws EngineException with {@link EngineException.Kind#UNKNOWN_QUERY} when no query of ours has that id
     */
    Execution execution(String id) throws EngineException;

    /**
     * Rows of a query that has succeeded.
     *
     * @param token that the page before named, or null for the first
     * @param rows most that it may have
     */
    RowPage page(String id, @Nullable String token, int rows) throws EngineException;

    /** Ends a query that runs, as well as may be; one that has ended is left as it is. */
    void stop(String id) throws EngineException;
}
