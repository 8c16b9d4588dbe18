package io.millrace.serving.guard;

import io.trino.sql.tree.AllRows;
import io.trino.sql.tree.FetchFirst;
import io.trino.sql.tree.Limit;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.QueryBody;
import io.trino.sql.tree.QuerySpecification;
import java.util.Optional;

/** Puts a limit on a query's rows, so that the engine stops where the answer ends. */
final class RowLimit {
    private RowLimit() {}

    /** The query with its own limit, where that is lower, else with this one. */
    static Query atMost(long rows, Query query) {
        // The parser gives the limit of a plain SELECT to the SELECT, that of any other query to the query.
        QueryBody body = query.getQueryBody();
        if (query.getLimit().isEmpty() && body instanceof QuerySpecification select) {
            return new Query(
                    query.getFunctions(),
                    query.getWith(),
                    new QuerySpecification(
                            select.getSelect(),
                            select.getFrom(),
                            select.getWhere(),
                            select.getGroupBy(),
                            select.getHaving(),
                            select.getWindows(),
                            select.getOrderBy(),
                            select.getOffset(),
                            atMost(rows, select.getLimit())),
                    query.getOrderBy(),
                    query.getOffset(),
                    Optional.empty());
        }
        return new Query(
                query.getFunctions(),
                query.getWith(),
                body,
                query.getOrderBy(),
                query.getOffset(),
                atMost(rows, query.getLimit()));
    }

    private static Optional<Node> atMost(long rows, Optional<Node> own) {
        Node limit = new Limit(new LongLiteral(Long.toString(rows)));
        if (own.isEmpty() || (own.get() instanceof Limit none && none.getRowCount() instanceof AllRows)) {
            return Optional.of(limit);
        }
        return own.map(node -> isAbove(rows, node) ? limit : node);
    }

    private static boolean isAbove(long rows, Node own) {
        if (own instanceof Limit limit) {
            return limit.getRowCount() instanceof LongLiteral count && count.getParsedValue() > rows;
        }
        return own instanceof FetchFirst fetch
                && fetch.getRowCount().orElse(null) instanceof LongLiteral count
                && count.getParsedValue() > rows;
    }
}
