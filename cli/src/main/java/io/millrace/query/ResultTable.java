package io.millrace.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query found.
 *
 * @param columns names and Athena types, in order; empty for a statement without a result
 * @param rows values as Athena writes them, null for SQL's NULL
 */
public record ResultTable(List<ResultColumn> columns, List<List<@Nullable String>> rows) {

    public ResultTable {
        columns = List.copyOf(columns);
        List<List<@Nullable String>> copied = new ArrayList<>();
        rows.forEach(row -> copied.add(Collections.unmodifiableList(new ArrayList<>(row))));
        rows = Collections.unmodifiableList(copied);
    }

    /**
     * A column of a result.
     *
     * @param type as Athena names it: {@code varchar}, {@code bigint}, {@code timestamp}, ...
     */
    public record ResultColumn(String name, String type) {

        boolean isNumber() {
            return switch (type) {
                case "tinyint", "smallint", "integer", "int", "bigint", "real", "float", "double", "decimal" -> true;
                default -> false;
            };
        }
    }
}
