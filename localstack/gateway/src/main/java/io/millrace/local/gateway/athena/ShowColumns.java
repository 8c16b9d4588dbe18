package io.millrace.local.gateway.athena;

import io.millrace.local.gateway.result.ResultColumn;
import java.util.List;
import java.util.Map;

/** Athena's names for the columns of SHOW statements. */
final class ShowColumns {
    private static final Map<String, String> NAMES = Map.of(
            "SHOW_TABLES", "tab_name",
            "SHOW_DATABASES", "database_name",
            "SHOW_CREATE", "createtab_stmt");

    private ShowColumns() {}

    static List<ResultColumn> named(String substatement, List<ResultColumn> columns) {
        String name = NAMES.get(substatement);
        if (name == null || columns.size() != 1) {
            return columns;
        }
        return List.of(new ResultColumn(name, columns.get(0).type()));
    }
}
