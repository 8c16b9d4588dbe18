package io.millrace.local.gateway.statement;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses the statements that Athena has and the engine has not, or has in other words. */
final class DdlParser {
    private final Tokens tokens;

    DdlParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The statement; empty when it is for the engine to parse. */
    Optional<Statement> parse() throws SyntaxException {
        Statement statement = statement();
        if (statement != null) {
            tokens.expectEnd();
        }
        return Optional.ofNullable(statement);
    }

    private @Nullable Statement statement() throws SyntaxException {
        if (tokens.take("SHOW")) {
            return show();
        }
        if (tokens.isNext("DESCRIBE", "INPUT") || tokens.isNext("DESCRIBE", "OUTPUT")) {
            return null;
        }
        if (tokens.take("DESCRIBE") || tokens.take("DESC")) {
            boolean verbose = tokens.take("EXTENDED") || tokens.take("FORMATTED");
            return new Describe(tokens.name(), verbose);
        }
        if (tokens.take("OPTIMIZE")) {
            return optimize();
        }
        if (tokens.take("VACUUM")) {
            return new Vacuum(tokens.name());
        }
        if (tokens.take("UNLOAD")) {
            return unload();
        }
        if (tokens.take("MSCK")) {
            throw new SyntaxException("MSCK REPAIR TABLE is for Hive tables. Iceberg tables keep their list of"
                    + " partitions themselves: there is nothing to repair");
        }
        if (tokens.take("ALTER", "TABLE")) {
            return new AlterParser(tokens).parse();
        }
        if (tokens.take("CREATE", "DATABASE") || tokens.take("CREATE", "SCHEMA")) {
            return createDatabase();
        }
        if (tokens.take("DROP", "DATABASE") || tokens.take("DROP", "SCHEMA")) {
            boolean ifExists = tokens.take("IF", "EXISTS");
            String name = tokens.identifier();
            boolean cascade = tokens.take("CASCADE");
            tokens.take("RESTRICT");
            return new DropDatabase(name, ifExists, cascade);
        }
        if (tokens.take("DROP", "TABLE")) {
            boolean ifExists = tokens.take("IF", "EXISTS");
            return new DropTable(tokens.name(), ifExists);
        }
        if (tokens.isNext("CREATE", "EXTERNAL")) {
            throw new SyntaxException(
                    "CREATE EXTERNAL TABLE makes a Hive table, and the local Athena has Iceberg tables"
                            + " only: write CREATE TABLE … LOCATION 's3://…' TBLPROPERTIES ('table_type' = 'ICEBERG')");
        }
        if (tokens.isNext("CREATE", "TABLE") && !StatementParser.isEngines(tokens.sql())) {
            tokens.expect("CREATE", "TABLE");
            return new CreateTableParser(tokens).parse();
        }
        return null;
    }

    private @Nullable Statement show() throws SyntaxException {
        if (tokens.take("DATABASES") || tokens.take("SCHEMAS")) {
            return new ShowNames(ShowNames.Subject.DATABASES, null, pattern());
        }
        if (tokens.take("TABLES")) {
            return new ShowNames(ShowNames.Subject.TABLES, database(), pattern());
        }
        if (tokens.take("VIEWS")) {
            return new ShowNames(ShowNames.Subject.VIEWS, database(), pattern());
        }
        if (tokens.take("COLUMNS")) {
            return new ShowColumns(tableIn());
        }
        if (tokens.take("TBLPROPERTIES")) {
            Name table = tokens.name();
            String key = null;
            if (tokens.take("(")) {
                key = tokens.string();
                tokens.expect(")");
            }
            return new ShowProperties(table, key);
        }
        if (tokens.take("PARTITIONS")) {
            throw new SyntaxException("SHOW PARTITIONS is for Hive tables. Of an Iceberg table, SELECT * FROM \""
                    + tokens.name().table() + "$partitions\"");
        }
        if (tokens.take("CREATE", "TABLE")) {
            return new ShowCreateTable(tokens.name());
        }
        if (tokens.take("CREATE", "VIEW")) {
            return new ShowCreateView(tokens.name());
        }
        return null; // FUNCTIONS, CATALOGS, SESSION, STATS: the engine's
    }

    private Name tableIn() throws SyntaxException {
        if (!tokens.take("FROM")) {
            tokens.expect("IN");
        }
        Name name = tokens.name();
        return tokens.take("FROM") || tokens.take("IN") ? new Name(tokens.identifier(), name.table()) : name;
    }

    private @Nullable String database() throws SyntaxException {
        return tokens.take("IN") || tokens.take("FROM") ? tokens.identifier() : null;
    }

    private @Nullable String pattern() throws SyntaxException {
        return tokens.take("LIKE") || tokens.nextIsString() ? tokens.string() : null;
    }

    private Statement createDatabase() throws SyntaxException {
        boolean ifNotExists = tokens.take("IF", "NOT", "EXISTS");
        String name = tokens.identifier();
        String comment = tokens.take("COMMENT") ? tokens.string() : null;
        String location = tokens.take("LOCATION") ? tokens.string() : null;
        if (tokens.take("WITH", "DBPROPERTIES")) {
            Properties.read(tokens);
        } else if (tokens.take("WITH")) { // the engine's words
            tokens.expect("(", "location", "=");
            location = tokens.string();
            tokens.expect(")");
        }
        return new CreateDatabase(name, ifNotExists, comment, location);
    }

    private Statement optimize() throws SyntaxException {
        Name table = tokens.name();
        tokens.expect("REWRITE", "DATA", "USING", "BIN_PACK");
        return new Optimize(table, tokens.isNext("WHERE") ? " " + tokens.rest() : "");
    }

    private Statement unload() throws SyntaxException {
        tokens.expect("(");
        String query = tokens.enclosed();
        tokens.expect("TO");
        String location = tokens.string();
        tokens.take("WITH");
        return new Unload(query, location, tokens.isNext("(") ? Properties.readValues(tokens) : Map.of());
    }
}
