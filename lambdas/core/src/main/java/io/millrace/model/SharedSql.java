package io.millrace.model;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query that several models begin with, in a file of its own: {@code FOLDER/shared/NAME.sql}, which a model's SQL names like
 * a table, <code>${shared}.NAME</code>. So a rule that decides in which of several tables a row stands is written once.
 */
public final class SharedSql {
    private static final String FOLDER = "shared/";
    private static final Pattern NAMED = Pattern.compile("\\$\\{shared}\\.([a-z0-9_]+)");

    private SharedSql() {}

    /** Whether a file in a folder of models is such a query, which makes no table. */
    public static boolean is(String path) {
        return path.startsWith(FOLDER);
    }

    /**
     * A model's SQL with every shared query in its place, in brackets.
     *
     * @param texts gives the text of a file in the folder of models
     */
    public static String in(String sql, UnaryOperator<String> texts) {
        return NAMED.matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "(\n" + texts.apply(FOLDER + found.group(1) + ".sql").strip() + "\n)"));
    }
}
