package io.millrace.local.gateway.athena;

import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.ParsingOptions;
import io.trino.sql.parser.ParsingOptions.DecimalLiteralTreatment;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.CreateTableAsSelect;
import io.trino.sql.tree.Delete;
import io.trino.sql.tree.Execute;
import io.trino.sql.tree.Explain;
import io.trino.sql.tree.ExplainAnalyze;
import io.trino.sql.tree.Insert;
import io.trino.sql.tree.Merge;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.Update;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a query is, found by parsing it.
 *
 * @param engineSql as the engine takes it
 * @param substatement Athena's SubstatementType
 * @param executes the name of the prepared statement that it runs, or null
 */
record Statement(
        String engineSql,
        io.trino.sql.tree.Statement tree,
        StatementType type,
        String substatement,
        @Nullable String executes) {
    private static final SqlParser PARSER = new SqlParser();

    /**
     * Parses a query.
     *
     * @throws AthenaException when it is no SQL: Athena refuses it before it becomes a query execution
     */
    static Statement parse(String sql) throws AthenaException {
        String engineSql = Dialect.toEngine(sql);
        io.trino.sql.tree.Statement tree;
        try {
            tree = PARSER.createStatement(engineSql, new ParsingOptions(DecimalLiteralTreatment.AS_DECIMAL));
        } catch (ParsingException e) {
            throw new AthenaException("InvalidRequestException", "MALFORMED_QUERY", String.valueOf(e.getMessage()));
        }
        String executes = tree instanceof Execute execute ? execute.getName().getValue() : null;
        return new Statement(engineSql, tree, type(tree), substatement(tree), executes);
    }

    /** Whether the result file is a CSV with a header line, as for everything that selects rows. */
    boolean selects() {
        return type == StatementType.DML && !changesRows();
    }

    /** Whether it counts rows and returns none. */
    boolean changesRows() {
        return switch (substatement) {
            case "INSERT", "UPDATE", "DELETE", "MERGE", "CREATE_TABLE_AS_SELECT" -> true;
            default -> false;
        };
    }

    private static StatementType type(io.trino.sql.tree.Statement tree) {
        if (tree instanceof Query
                || tree instanceof Execute
                || tree instanceof Insert
                || tree instanceof Update
                || tree instanceof Delete
                || tree instanceof Merge) {
            return StatementType.DML;
        }
        String name = tree.getClass().getSimpleName();
        return tree instanceof Explain || tree instanceof ExplainAnalyze || name.startsWith("Show")
                ? StatementType.UTILITY
                : StatementType.DDL;
    }

    private static String substatement(io.trino.sql.tree.Statement tree) {
        if (tree instanceof Query) {
            return "SELECT";
        }
        if (tree instanceof CreateTableAsSelect) {
            return "CREATE_TABLE_AS_SELECT";
        }
        return tree.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .replace("Schema", "Database")
                .toUpperCase(Locale.ROOT);
    }
}
