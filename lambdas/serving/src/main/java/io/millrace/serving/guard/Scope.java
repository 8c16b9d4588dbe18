package io.millrace.serving.guard;

import java.util.Locale;
import java.util.Set;

/**
 * What may be read.
 *
 * @param catalog the lake's, in lower case
 * @param databases the caller's own, in lower case
 * @param defaultDatabase that of a table named without one; one of {@code databases}
 */
public record Scope(String catalog, Set<String> databases, String defaultDatabase) {
    private static final String INFORMATION_SCHEMA = "information_schema";
    /** Names of tables and columns; not who may do what, nor the text of views. */
    private static final Set<String> INFORMATION = Set.of("columns", "schemata", "tables");

    public Scope {
        databases = Set.copyOf(databases);
        if (!databases.contains(defaultDatabase)) {
            throw new IllegalArgumentException(
                    "Cannot read from " + defaultDatabase + " by default: it is not one of " + databases);
        }
    }

    boolean isCatalog(String name) {
        return catalog.equals(folded(name));
    }

    boolean isDatabase(String name) {
        return databases.contains(folded(name)) || isInformationSchema(name);
    }

    boolean isInformationSchema(String name) {
        return INFORMATION_SCHEMA.equals(folded(name));
    }

    static boolean isInformation(String table) {
        return INFORMATION.contains(folded(table));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
