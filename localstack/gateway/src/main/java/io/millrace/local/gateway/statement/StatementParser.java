package io.millrace.local.gateway.statement;

import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.ParsingOptions;
import io.trino.sql.parser.ParsingOptions.DecimalLiteralTreatment;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.CreateTableAsSelect;
import io.trino.sql.tree.Deallocate;
import io.trino.sql.tree.Execute;
import io.trino.sql.tree.Prepare;
import java.util.Optional;

/**
 * Parses Athena's SQL: what it shares with the engine by the engine's parser, the statements that it has besides (its
 * SHOW and DESCRIBE, its table DDL, OPTIMIZE, VACUUM, UNLOAD) by {@link DdlParser}.
 */
public final class StatementParser {
    private StatementParser() {}

    /**
     * What a query is.
     *
     * @throws SyntaxException when it is nothing that can be run here; Athena refuses it before it becomes a query
     */
    public static Statement parse(String text) throws SyntaxException {
        Tokens tokens = Tokens.of(text);
        String sql = tokens.sql();
        Optional<Statement> athenas = new DdlParser(tokens).parse();
        return athenas.isPresent() ? athenas.get() : engines(sql);
    }

    /** A statement of the engine's. */
    static Statement engines(String sql) throws SyntaxException {
        io.trino.sql.tree.Statement tree = tree(sql);
        if (tree instanceof Execute execute) {
            return new ExecuteStatement(
                    execute.getName().getValue(), sql, !execute.getParameters().isEmpty());
        }
        if (tree instanceof CreateTableAsSelect create) {
            return new TableFromQuery(sql, create);
        }
        if (tree instanceof Prepare prepare) {
            Tokens tokens = Tokens.of(sql);
            tokens.expect("PREPARE");
            tokens.identifier();
            tokens.expect("FROM");
            return new PrepareStatement(prepare.getName().getValue(), tokens.rest());
        }
        if (tree instanceof Deallocate deallocate) {
            return new DeallocateStatement(deallocate.getName().getValue());
        }
        return new SqlStatement(sql, tree);
    }

    /** Whether the engine's parser takes it. */
    static boolean isEngines(String sql) {
        try {
            tree(sql);
            return true;
        } catch (SyntaxException e) {
            return false;
        }
    }

    static io.trino.sql.tree.Statement tree(String sql) throws SyntaxException {
        try {
            return new SqlParser().createStatement(sql, new ParsingOptions(DecimalLiteralTreatment.AS_DECIMAL));
        } catch (ParsingException e) {
            throw new SyntaxException(e.getMessage() + hint(sql));
        }
    }

    private static String hint(String sql) {
        Tokens tokens = Tokens.of(sql);
        return tokens.contains("SYSTEM_TIME") || tokens.contains("SYSTEM_VERSION")
                ? ". Athena engine version 3 spells it FOR TIMESTAMP AS OF and FOR VERSION AS OF"
                : "";
    }
}
