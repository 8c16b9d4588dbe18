package io.millrace.local.gateway.catalog;

/** A table or view in the one data catalog. Names are lower case, as Glue keeps them. */
public record TableName(String database, String table) {
    @Override
    public String toString() {
        return database + "." + table;
    }

    /** As SQL spells it. */
    public String sql() {
        return quoted(database) + "." + quoted(table);
    }

    /** An identifier as SQL spells it. */
    public static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
