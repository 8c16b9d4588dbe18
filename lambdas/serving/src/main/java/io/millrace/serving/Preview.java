package io.millrace.serving;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.serving.catalog.CatalogColumn;
import io.millrace.serving.catalog.CatalogTable;
import io.millrace.serving.http.RefusalException;
import io.millrace.serving.query.Queries;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A few rows of a table. A masked column's values are never read: the statement itself has {@code ***} in their place where
 * the column is text, and nothing where it is not.
 */
final class Preview {
    static final int USUAL_ROWS = 10;
    static final int MOST_ROWS = 100;

    private final Queries queries;

    Preview(Queries queries) {
        this.queries = queries;
    }

    ObjectNode of(CatalogTable table, int rows, Instant deadline) throws RefusalException, InterruptedException {
        ObjectNode answer = queries.run(sql(table, rows), List.of(), rows, deadline);
        ArrayNode masked = answer.putArray("masked");
        table.columns().stream().filter(CatalogColumn::masked).forEach(column -> masked.add(column.name()));
        return answer;
    }

    /** Names are the catalog's own, and quoted. */
    static String sql(CatalogTable table, int rows) {
        return table.columns().stream()
                .map(Preview::item)
                .collect(Collectors.joining(
                        ", ",
                        "SELECT ",
                        " FROM " + quoted(table.database()) + "." + quoted(table.name()) + " LIMIT " + (rows + 1)));
    }

    private static String item(CatalogColumn column) {
        String name = quoted(column.name());
        if (!column.masked()) {
            return name;
        }
        return (isText(column.type()) ? "'***' AS " : "NULL AS ") + name;
    }

    private static boolean isText(String type) {
        return type.equals("string") || type.startsWith("varchar");
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
