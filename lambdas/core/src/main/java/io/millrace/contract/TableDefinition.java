package io.millrace.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table as contracts want it; rows hold their values in the order of {@code columns}.
 *
 * @param dataset the dataset whose rows it holds, or {@code undecodable}
 * @param name the table's name without its database
 * @param partitionColumn a TIMESTAMP column whose UTC day partitions the table, or null for none
 */
public record TableDefinition(
        String dataset,
        Layer layer,
        String name,
        List<Column> columns,
        @Nullable String partitionColumn) {
    public TableDefinition {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException(
                        "Cannot define table %s: column %s is there twice".formatted(name, column.name()));
            }
        }
        if (partitionColumn != null && !names.contains(partitionColumn)) {
            throw new IllegalArgumentException(
                    "Cannot define table %s: no column %s to partition by".formatted(name, partitionColumn));
        }
    }
}
