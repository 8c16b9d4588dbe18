package io.millrace.serving.guard;

import io.trino.sql.tree.Table;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Holds the names of tables against the scope. A name of one part is a WITH's or a table of the default database, both of
 * which may be read, so it need not be known which.
 */
final class TableNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,254}");

    private final Scope scope;

    TableNames(Scope scope) {
        this.scope = scope;
    }

    void check(Table table) throws RefusedException {
        List<String> parts = table.getName().getParts();
        int count = parts.size();
        if (count > 3) {
            throw RefusedException.at(table, Rule.TABLE, "A table is named by at most catalog, database and table");
        }
        // Before the name as a whole: a catalog of somebody else is to be called so, whatever stands behind it.
        if (count == 3 && !scope.isCatalog(parts.get(0))) {
            throw RefusedException.at(
                    table, Rule.CATALOG, "The catalog " + Echo.of(parts.get(0)) + " cannot be read here");
        }
        if (count >= 2 && !scope.isDatabase(parts.get(count - 2))) {
            throw RefusedException.at(
                    table, Rule.DATABASE, "The database " + Echo.of(parts.get(count - 2)) + " cannot be read here");
        }
        String name = parts.get(count - 1);
        boolean information = count >= 2 && scope.isInformationSchema(parts.get(count - 2));
        if (!NAME.matcher(name).matches() || (information && !Scope.isInformation(name))) {
            throw RefusedException.at(table, Rule.TABLE, "The table " + Echo.of(name) + " cannot be read here");
        }
    }
}
