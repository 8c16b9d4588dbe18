package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.engine.EngineException.Kind;
import io.millrace.local.gateway.statement.PreparedStatements;
import io.millrace.local.gateway.upstream.EmulatorException;
import io.millrace.local.gateway.upstream.Store;
import java.io.IOException;

/** The prepared statements of one workgroup, as the store keeps them. */
record WorkgroupStatements(Store store, String workgroup) implements PreparedStatements {
    @Override
    public String get(String name) throws EngineException, IOException, InterruptedException {
        return call("GetPreparedStatement", name, named(name))
                .path("PreparedStatement")
                .path("QueryStatement")
                .asText();
    }

    @Override
    public void put(String name, String sql) throws EngineException, IOException, InterruptedException {
        if (exists(name)) {
            delete(name);
        }
        call("CreatePreparedStatement", name, named(name).put("QueryStatement", sql));
    }

    @Override
    public void delete(String name) throws EngineException, IOException, InterruptedException {
        call("DeletePreparedStatement", name, named(name));
    }

    private boolean exists(String name) throws IOException, InterruptedException {
        try {
            store.call("athena", "AmazonAthena.GetPreparedStatement", named(name));
            return true;
        } catch (EmulatorException e) {
            return false;
        }
    }

    private JsonNode call(String operation, String name, ObjectNode request)
            throws EngineException, IOException, InterruptedException {
        try {
            return store.call("athena", "AmazonAthena." + operation, request);
        } catch (EmulatorException e) {
            throw new EngineException(
                    "PREPARED_STATEMENT_NOT_FOUND",
                    Kind.USER,
                    "PreparedStatement " + name + " was not found in workGroup " + workgroup);
        }
    }

    private ObjectNode named(String name) {
        return JsonNodeFactory.instance.objectNode().put("StatementName", name).put("WorkGroup", workgroup);
    }
}
