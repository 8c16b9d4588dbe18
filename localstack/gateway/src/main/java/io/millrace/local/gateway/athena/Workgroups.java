package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.upstream.EmulatorException;
import java.io.IOException;
import java.util.Map;

/** Workgroups and their prepared statements, read anew for each query. */
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

    /** The prepared statement that a query executes, by its name; empty when the query executes none. */
    Map<String, String> prepared(Workgroup workgroup, Statement statement)
            throws AthenaException, IOException, InterruptedException {
        String name = statement.executes();
        if (name == null) {
            return Map.of();
        }
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("StatementName", name).put("WorkGroup", workgroup.name());
        try {
            String sql = store.call("athena", "AmazonAthena.GetPreparedStatement", request)
                    .path("PreparedStatement")
                    .path("QueryStatement")
                    .asText();
            return Map.of(name, Statement.parse(sql).engineSql());
        } catch (EmulatorException e) {
            throw AthenaException.invalid(
                    "PreparedStatement " + name + " was not found in workGroup " + workgroup.name());
        }
    }
}
