package io.millrace.serving.guard;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Makes statements by a small grammar, and remembers whether it put anything forbidden into one. It knows nothing of the
 * guard: what it put in is the verdict that the guard must come to.
 */
final class StatementMaker {
    /** How deep statements are nested: most are flat. */
    private static final List<Integer> DEPTHS = List.of(1, 1, 1, 1, 2, 2, 3);

    private static final List<String> TABLES = List.of(
            "app_events_silver",
            "local_silver.orders_silver",
            "local_gold.daily_summary_gold",
            "AwsDataCatalog.local_bronze.users_bronze",
            "\"local_ops\".\"results\"",
            "information_schema.tables",
            "a");
    private static final List<String> FORBIDDEN_TABLES = List.of(
            "prod_silver.secret",
            "awsdatacatalog.prod_gold.secret",
            "system.runtime.queries",
            "\"lambda:secret\".local_silver.orders_silver",
            "\"app_events_silver$files\"",
            "local_silver.\"orders_silver$snapshots\"",
            "information_schema.views",
            "\"local_silver.x\".secret",
            "TABLE(system.query('SELECT 1'))",
            "TABLE(sequence(1, 2))",
            "x.local_silver.a.b",
            "a MATCH_RECOGNIZE (PATTERN (A+) DEFINE A AS true)");
    private static final List<String> COLUMNS = List.of("user_id", "\"x y\"", "x", "a.x", "event_value", "\"größe\"");
    private static final List<String> FORBIDDEN_VALUES = List.of(
            "\"$path\"",
            "a.\"$file_modified_time\"",
            "secret_udf(x)",
            "system.builtin.abs(1)",
            "version()",
            "current_user",
            "current_catalog",
            "fail('secret')",
            "\"secret.udf\"(1)");
    private static final List<String> FUNCTIONS =
            List.of("abs", "lower", "count", "SUM", "max", "coalesce", "length", "\"round\"", "json_extract_scalar");
    private static final List<String> LITERALS =
            List.of("1", "'it''s'", "'; DROP TABLE x; --'", "DATE '2026-03-01'", "NULL", "true", "?", "1.5e3", "X'00'");
    private static final List<String> OPERATORS = List.of("+", "-", "=", "<>", "AND", "OR", "||", "<=", "LIKE", "%");

    private final Random random;
    private final boolean hostile;
    private boolean forbidden;

    /** @param hostile whether to put forbidden pieces in */
    StatementMaker(long seed, boolean hostile) {
        this.random = new Random(seed);
        this.hostile = hostile;
    }

    String statement() {
        String text = query(one(DEPTHS));
        if (hostile && (!forbidden || random.nextInt(8) == 0)) {
            text = wrapped(text);
        }
        return text;
    }

    /** Whether the last statement has anything in it that must not be run. */
    boolean isForbidden() {
        return forbidden;
    }

    private String wrapped(String text) {
        forbidden = true;
        return switch (random.nextInt(12)) {
            case 0 -> text + "; DROP TABLE app_events_silver";
            case 1 -> "EXPLAIN ANALYZE " + text;
            case 2 -> "INSERT INTO app_events_silver " + text;
            case 3 -> "CREATE TABLE mine AS " + text;
            case 4 -> "UNLOAD (" + text + ") TO 's3://secret/'";
            case 5 -> "PREPARE p FROM " + text;
            case 6 -> "WITH RECURSIVE r (n) AS (SELECT 1) SELECT * FROM r, (" + text + ") t";
            case 7 -> "WITH FUNCTION abs(x int) RETURNS int RETURN x SELECT * FROM (" + text + ") t";
            case 8 -> text + ";" + text;
            case 9 -> "CREATE VIEW v AS " + text;
            case 10 -> "SELECT * FROM prod_silver.secret UNION ALL (" + text + ")";
            default -> "VALUES (" + text + ")";
        };
    }

    private String query(int depth) {
        StringBuilder sql = new StringBuilder();
        if (depth > 0 && chance(4)) {
            sql.append(word("WITH"))
                    .append(one(List.of("a", "t2", "\"With\"")))
                    .append(" AS (")
                    .append(query(depth - 1))
                    .append(") ");
        }
        sql.append(select(depth));
        if (depth > 0 && chance(4)) {
            sql.append(' ')
                    .append(one(List.of("UNION", "UNION ALL", "INTERSECT", "EXCEPT")))
                    .append(' ')
                    .append(select(depth - 1));
        }
        if (chance(3)) {
            sql.append(word("ORDER")).append(word("BY")).append("1 DESC");
        }
        if (chance(3)) {
            sql.append(word("LIMIT")).append(1 + random.nextInt(5_000));
        }
        return sql.toString();
    }

    private String select(int depth) {
        StringBuilder sql = new StringBuilder(word("SELECT"))
                .append(chance(6) ? "DISTINCT " : "")
                .append(items(depth));
        sql.append(word("FROM")).append(relation(depth));
        if (chance(2)) {
            sql.append(word("WHERE")).append(condition(depth));
        }
        if (chance(4)) {
            sql.append(word("GROUP"))
                    .append(word("BY"))
                    .append(value(0))
                    .append(chance(3) ? " HAVING " + condition(0) : "");
        }
        return sql.toString();
    }

    private String items(int depth) {
        if (chance(5)) {
            return "*";
        }
        StringJoiner items = new StringJoiner(", ");
        for (int i = 0; i <= random.nextInt(3); i++) {
            items.add(value(depth) + (chance(3) ? " AS c" + i : ""));
        }
        return items.toString();
    }

    private String relation(int depth) {
        if (hostile && chance(12)) {
            return put(FORBIDDEN_TABLES);
        }
        if (depth == 0) {
            return one(TABLES);
        }
        return switch (random.nextInt(6)) {
            case 0 -> "(" + query(depth - 1) + ") AS q" + random.nextInt(9);
            case 1 -> relation(depth - 1) + " JOIN " + one(TABLES) + " j ON " + condition(depth - 1);
            case 2 -> relation(depth - 1) + " CROSS JOIN UNNEST(" + value(depth - 1) + ") AS u (x)";
            case 3 -> relation(depth - 1) + ", LATERAL (" + query(depth - 1) + ") l";
            default -> one(TABLES);
        };
    }

    private String condition(int depth) {
        if (depth == 0) {
            return one(COLUMNS) + " = " + value(0);
        }
        return switch (random.nextInt(6)) {
            case 0 -> value(depth - 1) + " IN (" + query(depth - 1) + ")";
            case 1 -> "EXISTS (" + query(depth - 1) + ")";
            case 2 -> "NOT (" + condition(depth - 1) + ")";
            case 3 -> condition(depth - 1) + " OR " + condition(depth - 1);
            case 4 -> value(0) + " BETWEEN " + value(0) + " AND " + value(depth - 1);
            default -> value(0) + " IS NOT NULL";
        };
    }

    private String value(int depth) {
        if (hostile && chance(25)) {
            return put(FORBIDDEN_VALUES);
        }
        if (depth == 0) {
            return chance(2) ? one(COLUMNS) : one(LITERALS);
        }
        return switch (random.nextInt(9)) {
            case 0 -> "(" + value(depth - 1) + " " + one(OPERATORS) + " " + value(depth - 1) + ")";
            case 1 -> one(FUNCTIONS) + "(" + value(depth - 1) + ", " + value(0) + ")";
            case 2 -> "CASE WHEN " + condition(depth - 1) + " THEN " + value(depth - 1) + " ELSE " + value(0) + " END";
            case 3 -> "CAST(" + value(depth - 1) + " AS varchar(10))";
            case 4 -> "(" + query(depth - 1) + ")";
            case 5 -> "count(*) FILTER (WHERE " + condition(depth - 1) + ")";
            case 6 -> "max(" + value(0) + ") OVER (PARTITION BY " + value(depth - 1) + " ORDER BY " + value(0) + ")";
            case 7 -> "transform(ARRAY[" + value(depth - 1) + "], e -> " + value(depth - 1) + ")";
            default -> one(COLUMNS);
        };
    }

    private String put(List<String> pieces) {
        forbidden = true;
        return one(pieces);
    }

    /** A word of the grammar in some case, between blanks or comments, which say nothing. */
    private String word(String word) {
        return gap() + (chance(4) ? word.toLowerCase(Locale.ROOT) : word) + gap();
    }

    private String gap() {
        return chance(20)
                ? one(List.of(" /* ; DROP TABLE x */ ", "\n", " -- ; DELETE FROM prod_silver.x\n", "\t"))
                : " ";
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
