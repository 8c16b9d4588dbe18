package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.catalog.LakeCatalog;
import io.millrace.local.gateway.catalog.TableName;
import io.millrace.local.gateway.engine.Engine;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineOutcome;
import io.millrace.local.gateway.engine.EngineQuery;
import io.millrace.local.gateway.engine.ResultSink;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement runs with.
 *
 * @param prepared the prepared statements that it may execute
 * @param id of the query execution
 * @param outputLocation where the query's result goes
 * @param database what unqualified names are looked for in
 * @param parameters SQL literals for the statement's question marks, in order
 */
public record Session(
        Engine engine,
        LakeCatalog catalog,
        PreparedStatements prepared,
        String id,
        String outputLocation,
        @Nullable String database,
        List<String> parameters) {
    private static final String DEFAULT_DATABASE = "default";

    public Session {
        parameters = List.copyOf(parameters);
    }

    /** A name as the statement has it, completed by the query's database. */
    TableName complete(Name name) {
        return new TableName(name.database() == null ? database() : name.database(), name.table());
    }

    /** The query's database, or Athena's default. */
    @Override
    public String database() {
        return database == null ? DEFAULT_DATABASE : database;
    }

    /** Runs the statement's own SQL with the query's parameters. */
    EngineOutcome run(String sql, Map<String, String> statements, ResultSink sink)
            throws EngineException, IOException, InterruptedException {
        return engine.run(new EngineQuery(sql, database, parameters, statements), sink);
    }

    /** Runs a step that has no result. */
    void step(String sql) throws EngineException, IOException, InterruptedException {
        read(sql, new ColumnsOnly());
    }

    /** Runs a question of ours. */
    void read(String sql, ResultSink sink) throws EngineException, IOException, InterruptedException {
        engine.run(new EngineQuery(sql, database, List.of(), Map.of()), sink);
    }
}
