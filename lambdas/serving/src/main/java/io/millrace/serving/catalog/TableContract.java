package io.millrace.serving.catalog;

import io.millrace.contract.Classification;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is promised of a table.
 *
 * @param layer bronze, silver, gold, ops or quarantine
 * @param dataset whose rows it holds, or null
 * @param columns what is said of each, by name
 */
public record TableContract(
        String table,
        String layer,
        @Nullable String dataset,
        String domain,
        String owner,
        String description,
        Map<String, Promise> columns) {
    public TableContract {
        columns = Map.copyOf(columns);
    }

    /** What is said of a column. */
    public record Promise(String doc, Classification classification) {}
}
