package io.millrace.serving.model;

import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.DefaultTraversalVisitor;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.Table;
import io.trino.sql.tree.With;
import io.trino.sql.tree.WithQuery;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The tables that SQL reads, by its syntax. */
final class TablesRead {
    private static final SqlParser PARSER = new SqlParser();
    /** What the engine that runs a model puts in, as a database's name: any name will do to see the table behind it. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{\\s*(\\w+)[^}]*}|\\{\\{\\s*(\\w+)[^}]*}}");

    private TablesRead() {}

    /** Names without catalog and database; empty when this grammar cannot read the text, as it is another dialect's. */
    static Optional<SortedSet<String>> by(String sql) {
        String text = PLACEHOLDER.matcher(sql).replaceAll("$1$2").strip();
        try {
            Visitor visitor = new Visitor();
            visitor.process(
                    PARSER.createStatement(text.endsWith(";") ? text.substring(0, text.length() - 1) : text), Set.of());
            return Optional.of(visitor.tables);
        } catch (ParsingException e) {
            return Optional.empty();
        }
    }

    /** Walks with the names that WITH has given so far, which hide tables; a WITH's own query does not know its name. */
    private static final class Visitor extends DefaultTraversalVisitor<Set<String>> {
        private final SortedSet<String> tables = new TreeSet<>();

        @Override
        protected Void visitQuery(Query query, Set<String> known) {
            Set<String> names = new HashSet<>(known);
            if (query.getWith().isPresent()) {
                for (WithQuery with : query.getWith().get().getQueries()) {
                    process(with.getQuery(), Set.copyOf(names));
                    names.add(with.getName().getCanonicalValue());
                }
            }
            for (Node child : query.getChildren()) {
                if (!(child instanceof With)) {
                    process(child, names);
                }
            }
            return null;
        }

        @Override
        protected Void visitTable(Table table, Set<String> known) {
            boolean named = table.getName().getParts().size() == 1
                    && known.contains(table.getName().getOriginalParts().get(0).getCanonicalValue());
            if (!named) {
                tables.add(table.getName().getSuffix());
            }
            return null;
        }
    }
}
