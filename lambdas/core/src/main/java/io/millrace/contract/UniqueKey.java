package io.millrace.contract;

import java.util.List;

/**
 * Columns that no two rows of a table share.
 *
 * @param severity what it means if they do: {@code WARN} where copies are taken out later
 */
public record UniqueKey(List<String> columns, Severity severity) {
    public UniqueKey {
        columns = List.copyOf(columns);
    }
}
