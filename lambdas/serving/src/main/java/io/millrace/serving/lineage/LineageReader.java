package io.millrace.serving.lineage;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.TableDefinition;
import io.millrace.serving.model.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws the graph: a dataset's events go to bronze and quarantine, bronze to silver, and models read what they read. */
public final class LineageReader {
    private final Map<String, Node> tables = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    private LineageReader() {}

    public static Lineage of(Contracts contracts, List<Model> models) {
        LineageReader reader = new LineageReader();
        contracts.all().forEach(reader::dataset);
        models.forEach(model -> reader.tables.put(
                model.table(), new Node(model.table(), model.view() ? "view" : "table", model.layer())));
        models.forEach(reader::model);
        return new Lineage(reader.edges);
    }

    private void dataset(Contract contract) {
        Node dataset = Node.dataset(contract.dataset());
        Node bronze = table(contract.bronze());
        Node silver = table(contract.silver());
        Node quarantine = table(contract.quarantine());
        String by = "contract " + contract.dataset();
        edges.add(new Edge(dataset, bronze, by));
        edges.add(new Edge(dataset, quarantine, by));
        edges.add(new Edge(bronze, silver, by));
    }

    private Node table(TableDefinition table) {
        Node node = new Node(table.name(), "table", table.layer().name().toLowerCase(Locale.ROOT));
        tables.put(table.name(), node);
        return node;
    }

    private void model(Model model) {
        Node made = tables.getOrDefault(model.table(), unknown(model.table()));
        for (String source : model.sources()) {
            Node from = tables.getOrDefault(source, unknown(source));
            edges.add(new Edge(from, made, (model.view() ? "view " : "model ") + model.file()));
        }
    }

    /** A table that a job makes without SQL or contract of its own. */
    private static Node unknown(String name) {
        String layer = name.endsWith("_gold") ? "gold" : name.endsWith("_bronze") ? "bronze" : "silver";
        return new Node(name, "table", layer);
    }
}
