package io.millrace.evolution;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Changes as programs read them: the command's JSON, notices and records of deployments have this one shape. */
public final class ChangeJson {
    private ChangeJson() {}

    public static ArrayNode of(List<ContractChange> changes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        changes.forEach(change -> array.add(of(change)));
        return array;
    }

    /**
     * {@code {dataset, fromVersion, toVersion, verdict, versionProblem, breakDigest, tables, differences: [{place, change,
     * verdict, reason, tableChange, tables}]}}; a null version is that of no contract, {@code breakDigest} is null where
     * nothing breaks, {@code versionProblem} where there is none.
     */
    public static ObjectNode of(ContractChange change) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dataset", change.dataset());
        json.put("fromVersion", change.fromVersion());
        json.put("toVersion", change.toVersion());
        json.put("verdict", change.weight().verdict());
        json.put("versionProblem", change.versionProblem().orElse(null));
        json.put("breakDigest", change.weight().compatible() ? null : change.breakDigest());
        change.tables().forEach(json.putArray("tables")::add);
        ArrayNode differences = json.putArray("differences");
        for (Difference each : change.differences()) {
            ObjectNode node = differences.addObject();
            node.put("place", each.place());
            node.put("change", each.change());
            node.put("verdict", each.weight().verdict());
            node.put("reason", each.reason());
            node.put("tableChange", each.tableChange());
            each.tables().forEach(node.putArray("tables")::add);
        }
        return json;
    }
}
