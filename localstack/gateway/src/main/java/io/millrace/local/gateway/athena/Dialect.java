package io.millrace.local.gateway.athena;

import java.util.regex.Pattern;

/** The few words that Athena takes and the engine spells otherwise. */
final class Dialect {
    private static final Pattern DATABASE =
            Pattern.compile("^(\\s*(?:CREATE|DROP|SHOW\\s+CREATE)\\s+)DATABASE\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHOW_DATABASES =
            Pattern.compile("^(\\s*SHOW\\s+)DATABASES\\b", Pattern.CASE_INSENSITIVE);

    private Dialect() {}

    static String toEngine(String sql) {
        String bare = sql.strip();
        while (bare.endsWith(";")) {
            bare = bare.substring(0, bare.length() - 1).stripTrailing();
        }
        bare = DATABASE.matcher(bare).replaceFirst("$1SCHEMA");
        return SHOW_DATABASES.matcher(bare).replaceFirst("$1SCHEMAS");
    }
}
