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
import java.util.stream.Collectors;

/** The tables that SQL reads, by its syntax. */
final class TablesRead {
    private static final SqlParser PARSER = new SqlParser();
    /** How a model names a table: <code>${silver}.orders_silver</code>; the engine that runs it puts the database in. */
    private static final Pattern NAMED = Pattern.compile("\\$\\{(\\w+)}\\.(\\w+)");

    /** What else the engine puts in, as the day of the run: no table. */
    private static final Pattern VALUE = Pattern.compile("\\$\\{\\w+}");

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private TablesRead() {}

    /**
     * Names without catalog and database. Where this grammar cannot read the text, as it is Spark's, those that the text
     * names as models do; empty when it does not either.
     */
    static Optional<SortedSet<String>> by(String sql) {
        String text = VALUE.matcher(NAMED.matcher(sql).replaceAll("$1.$2"))
                .replaceAll("NULL")
                .strip();
        try {
            Visitor visitor = new Visitor();
            visitor.process(
                    PARSER.createStatement(text.endsWith(";") ? text.substring(0, text.length() - 1) : text), Set.of());
            return Optional.of(visitor.tables);
        } catch (ParsingException e) {
            SortedSet<String> named = NAMED.matcher(COMMENT.matcher(sql).replaceAll(""))
                    .results()
                    .map(found -> found.group(2))
                    .collect(Collectors.toCollection(TreeSet::new));
            return named.isEmpty() ? Optional.empty() : Optional.of(named);
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
