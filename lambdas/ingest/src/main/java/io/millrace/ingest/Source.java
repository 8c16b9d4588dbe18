package io.millrace.ingest;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The system behind a key.
 *
 * @param name what its events carry as {@code _source_system}
 * @param datasets those it may write; empty for all
 * @param origins the web origins that may use its key; empty for all
 */
record Source(String name, Set<String> datasets, Set<String> origins) {
    Source {
        datasets = Set.copyOf(datasets);
        origins = Set.copyOf(origins);
    }

    boolean mayWrite(String dataset) {
        return datasets.isEmpty() || datasets.contains(dataset);
    }

    /** Whether a page of that origin may use the key; a request without one comes from no page. */
    boolean mayPostFrom(@Nullable String origin) {
        return origin == null || origins.isEmpty() || origins.contains(origin);
    }
}
