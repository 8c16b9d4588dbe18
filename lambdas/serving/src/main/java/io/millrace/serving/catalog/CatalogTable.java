package io.millrace.serving.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of the lake, with all that is known of it.
 *
 * @param contract what is promised, or null where nobody promises anything
 * @param state how it stands, or null for a view and for a table that never was written
 */
public record CatalogTable(
        String database,
        String name,
        String layer,
        boolean view,
        @Nullable TableContract contract,
        List<CatalogColumn> columns,
        @Nullable TableState state) {
    public CatalogTable {
        columns = List.copyOf(columns);
    }
}
