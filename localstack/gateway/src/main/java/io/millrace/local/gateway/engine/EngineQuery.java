package io.millrace.local.gateway.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement to run.
 *
 * @param schema what unqualified tables are looked for in
 * @param parameters SQL literals for the statement's question marks, in order
 * @param prepared statements that the SQL may EXECUTE, by name
 */
public record EngineQuery(String sql, @Nullable String schema, List<String> parameters, Map<String, String> prepared) {
    public EngineQuery {
        parameters = List.copyOf(parameters);
        prepared = Map.copyOf(prepared);
    }
}
