package io.millrace.serving.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an Iceberg table says of itself.
 *
 * @param columns of its current schema
 * @param state of its current snapshot, or null before the first
 */
public record TableMetadata(
        List<ListedColumn> columns, @Nullable TableState state) {
    public TableMetadata {
        columns = List.copyOf(columns);
    }
}
