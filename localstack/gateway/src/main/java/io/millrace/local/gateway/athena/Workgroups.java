package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.engine.EngineException;
import io.millrace.local.gateway.statement.PreparedStatements;
import io.millrace.local.gateway.upstream.EmulatorException;
import io.millrace.local.gateway.upstream.Store;
import java.io.IOException;

/** Workgroups, read anew for each query. */
final class Workgroups {
    private final Store store;

    Workgroups(Store store) {
        this.store = store;
    }

    /**
     * A workgroup that takes queries.
     *
     * @throws AthenaException when there is none of that name or it is disabled
     */
    Workgroup open(String name) throws AthenaException, IOException, InterruptedException {
        Workgroup workgroup;
        try {
            ObjectNode request = JsonNodeFactory.instance.objectNode().put("WorkGroup", name);
            workgroup = Workgroup.of(
                    store.call("athena", "AmazonAthena.GetWorkGroup", request).path("WorkGroup"));
        } catch (EmulatorException e) {
            throw AthenaException.invalid("WorkGroup " + name + " is not found.");
        }
        if (!workgroup.enabled()) {
            throw AthenaException.invalid("WorkGroup " + name + " is disabled.");
        }
        return workgroup;
    }

    /** A workgroup's prepared statements. */
    PreparedStatements prepared(Workgroup workgroup) {
        return new WorkgroupStatements(store, workgroup.name());
    }

    /** UpdatePreparedStatement, which the emulator has not. */
    ObjectNode updatePrepared(JsonNode request) throws AthenaException, IOException, InterruptedException {
        WorkgroupStatements statements =
                new WorkgroupStatements(store, request.path("WorkGroup").asText());
        String name = request.path("StatementName").asText();
        try {
            statements.get(name);
            statements.put(name, request.path("QueryStatement").asText());
        } catch (EngineException e) {
            throw new AthenaException("ResourceNotFoundException", "INVALID_INPUT", e.getMessage());
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** BatchGetPreparedStatement, which the emulator has not. */
    ObjectNode batchGetPrepared(JsonNode request) throws IOException, InterruptedException {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        ArrayNode found = response.putArray("PreparedStatements");
        ArrayNode missing = response.putArray("UnprocessedPreparedStatementNames");
        for (JsonNode name : request.path("PreparedStatementNames")) {
            ObjectNode one = JsonNodeFactory.instance.objectNode();
            one.set("StatementName", name);
            one.set("WorkGroup", request.path("WorkGroup"));
            try {
                found.add(store.call("athena", "AmazonAthena.GetPreparedStatement", one)
                        .path("PreparedStatement"));
            } catch (EmulatorException e) {
                missing.addObject()
                        .put("StatementName", name.asText())
                        .put("ErrorCode", e.type())
                        .put("ErrorMessage", e.getMessage());
            }
        }
        return response;
    }
}
