package io.millrace.serving.lineage;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The graph of all that is known to come from something. */
public final class Lineage {
    private final List<Edge> edges;

    Lineage(Collection<Edge> edges) {
        this.edges = List.copyOf(edges);
    }

    /** The node of that name; of a dataset and a table of one name, the table. */
    public Optional<Node> find(String name) {
        return edges.stream()
                .flatMap(edge -> Stream.of(edge.to(), edge.from()))
                .filter(node -> node.name().equals(name))
                .min((a, b) ->
                        Boolean.compare(a.kind().equals("dataset"), b.kind().equals("dataset")));
    }

    /** All ways that lead to the node, the nearest first. */
    public List<Edge> upstream(Node node) {
        return reach(node, Edge::to, Edge::from);
    }

    /** All ways that lead on from the node, the nearest first. */
    public List<Edge> downstream(Node node) {
        return reach(node, Edge::from, Edge::to);
    }

    private List<Edge> reach(Node start, Function<Edge, Node> here, Function<Edge, Node> there) {
        Set<Edge> found = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Node node = open.removeFirst();
            for (Edge edge : edges) {
                if (here.apply(edge).equals(node) && found.add(edge)) {
                    open.addLast(there.apply(edge));
                }
            }
        }
        return List.copyOf(found);
    }
}
