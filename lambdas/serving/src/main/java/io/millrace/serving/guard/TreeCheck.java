package io.millrace.serving.guard;

import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.Parameter;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.Table;
import io.trino.sql.tree.With;
import java.util.ArrayDeque;
import java.util.Deque;

/** Holds every piece of a syntax tree against what is allowed. */
final class TreeCheck {
    private final Limits limits;
    private final TableNames tables;

    TreeCheck(Scope scope, Limits limits) {
        this.limits = limits;
        this.tables = new TableNames(scope);
    }

    private record Place(Node node, int depth) {}

    /**
     * Walks the whole tree.
     *
     * @return how many parameters it has
     * @throws RefusedException for the first piece that is not allowed
     */
    int check(Query query) throws RefusedException {
        int parameters = 0;
        int read = 0;
        Deque<Place> open = new ArrayDeque<>();
        open.push(new Place(query, 1));
        while (!open.isEmpty()) {
            Place place = open.pop();
            Node node = place.node();
            if (place.depth() > limits.depth()) {
                throw RefusedException.at(
                        node, Rule.TOO_LARGE, "The statement is nested more than " + limits.depth() + " deep");
            }
            check(node);
            parameters += node instanceof Parameter ? 1 : 0;
            read += node instanceof Table ? 1 : 0;
            if (read > limits.tables()) {
                throw RefusedException.at(
                        node, Rule.TOO_LARGE, "The statement reads more than " + limits.tables() + " tables");
            }
            for (Node piece : Pieces.of(node, limits.items())) {
                open.push(new Place(piece, place.depth() + 1));
            }
        }
        return parameters;
    }

    private void check(Node node) throws RefusedException {
        if (!Constructs.isAllowed(node)) {
            throw RefusedException.at(node, Rule.CONSTRUCT, "This piece of SQL is not allowed here");
        }
        if (node instanceof With with && with.isRecursive()) {
            throw RefusedException.at(node, Rule.RECURSION, "WITH RECURSIVE is not allowed");
        }
        if (node instanceof Table table) {
            tables.check(table);
        } else if (node instanceof FunctionCall call) {
            function(call);
        } else if (node instanceof Identifier name && name.getValue().indexOf('$') >= 0) {
            throw RefusedException.at(
                    node, Rule.HIDDEN_COLUMN, "No name may have a $: the engine's own columns and tables have one");
        }
    }

    private static void function(FunctionCall call) throws RefusedException {
        String name = call.getName().toString();
        if (call.getName().getParts().size() != 1 || !Functions.isAllowed(name)) {
            throw RefusedException.at(call, Rule.FUNCTION, "The function " + Echo.of(name) + " is not allowed");
        }
    }
}
