package io.millrace.serving.lineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** A node's place in the graph, as answers show it. */
public final class LineageJson {
    private LineageJson() {}

    /** Its direct neighbours, and every edge on the ways to it and from it. */
    public static ObjectNode of(Lineage lineage, Node node) {
        List<Edge> up = lineage.upstream(node);
        List<Edge> down = lineage.downstream(node);
        ObjectNode json = named(JsonNodeFactory.instance.objectNode(), node);
        neighbours(json.putArray("upstream"), up, edge -> edge.to().equals(node), Edge::from);
        neighbours(json.putArray("downstream"), down, edge -> edge.from().equals(node), Edge::to);
        ArrayNode edges = json.putArray("edges");
        up.forEach(edge -> add(edges, edge));
        down.forEach(edge -> add(edges, edge));
        return json;
    }

    private interface Test {
        boolean of(Edge edge);
    }

    private static void neighbours(ArrayNode into, List<Edge> edges, Test direct, Function<Edge, Node> other) {
        edges.stream().filter(direct::of).map(other).distinct().forEach(node -> named(into.addObject(), node));
    }

    private static void add(ArrayNode edges, Edge edge) {
        edges.addObject()
                .put("from", edge.from().name())
                .put("to", edge.to().name())
                .put("by", edge.by());
    }

    private static ObjectNode named(ObjectNode json, Node node) {
        return json.put("name", node.name()).put("kind", node.kind()).put("layer", node.layer());
    }
}
