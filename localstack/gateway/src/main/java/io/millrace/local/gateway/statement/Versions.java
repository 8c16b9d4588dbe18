package io.millrace.local.gateway.statement;

import io.millrace.local.gateway.engine.EngineException;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.NodeLocation;
import io.trino.sql.tree.QualifiedName;
import io.trino.sql.tree.QueryPeriod;
import io.trino.sql.tree.Statement;
import io.trino.sql.tree.StringLiteral;
import io.trino.sql.tree.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The tags and branches that a statement reads ({@code FOR VERSION AS OF 'end-of-june'}). The engine knows snapshots by
 * their id alone, so each name becomes the id that it points to when the statement starts.
 */
final class Versions {
    private record Reference(Name table, String name, NodeLocation at) {}

    private final String sql;
    private final List<Reference> references = new ArrayList<>();

    private Versions(String sql) {
        this.sql = sql;
    }

    static Versions in(Node statement, String sql) {
        Versions versions = new Versions(sql);
        versions.collect(statement);
        return versions;
    }

    /** A statement inside another, its names resolved. */
    static String resolved(String sql, Session session) throws EngineException, IOException, InterruptedException {
        return in(parsed(sql), sql).resolved(session);
    }

    /**
     * A statement's tree.
     *
     * @throws EngineException when it is no SQL of the engine's
     */
    static Statement parsed(String sql) throws EngineException {
        try {
            return StatementParser.tree(sql);
        } catch (SyntaxException e) {
            throw new EngineException("SYNTAX_ERROR", EngineException.Kind.USER, e.getMessage());
        }
    }

    boolean isEmpty() {
        return references.isEmpty();
    }

    /**
     * The SQL with ids in place of names.
     *
     * @throws EngineException when a table has no such tag or branch
     */
    String resolved(Session session) throws EngineException, IOException, InterruptedException {
        StringBuilder text = new StringBuilder(sql);
        List<Reference> fromTheBack = references.stream()
                .sorted(Comparator.comparingInt((Reference reference) -> offset(reference.at()))
                        .reversed())
                .toList();
        for (Reference reference : fromTheBack) {
            long id = session.catalog().snapshot(session.complete(reference.table()), reference.name());
            int from = offset(reference.at());
            int to = from + reference.name().replace("'", "''").length() + 2;
            text.replace(from, to, Long.toString(id));
        }
        return text.toString();
    }

    private void collect(Node node) {
        if (node instanceof Table table
                && table.getQueryPeriod().isPresent()
                && table.getQueryPeriod().get().getRangeType() == QueryPeriod.RangeType.VERSION
                && table.getQueryPeriod().get().getEnd().orElse(null) instanceof StringLiteral literal
                && literal.getLocation().isPresent()) {
            references.add(new Reference(
                    name(table.getName()),
                    literal.getValue(),
                    literal.getLocation().get()));
        }
        node.getChildren().forEach(this::collect);
    }

    /** A name in the parser's words. */
    static Name name(QualifiedName name) {
        List<String> parts = name.getParts();
        return new Name(parts.size() > 1 ? parts.get(parts.size() - 2) : null, parts.get(parts.size() - 1));
    }

    private int offset(NodeLocation at) {
        int line = 0;
        for (int i = 1; i < at.getLineNumber(); i++) {
            line = sql.indexOf('\n', line) + 1;
        }
        return line + at.getColumnNumber() - 1;
    }
}
