package io.millrace.serving.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The lake at one moment.
 *
 * @param tables by database, then by name
 * @param readAt when the catalog was asked
 */
public record Catalog(List<CatalogTable> tables, Instant readAt) {
    public Catalog {
        tables = List.copyOf(tables);
    }

    /** The table of that name, or of that {@code database.name}; of several, the one whose layer people ask for first. */
    public Optional<CatalogTable> find(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name) || (table.database() + "." + table.name()).equals(name))
                .findFirst();
    }
}
