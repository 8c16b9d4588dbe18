package io.millrace.serving.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as the catalog lists it.
 *
 * @param view whether it is a query by name
 * @param metadata where its Iceberg metadata lies; null for a view
 * @param columns by the catalog, which a view has no better source for
 */
public record ListedTable(
        String database,
        String name,
        boolean view,
        @Nullable String metadata,
        List<ListedColumn> columns) {
    public ListedTable {
        columns = List.copyOf(columns);
    }
}
