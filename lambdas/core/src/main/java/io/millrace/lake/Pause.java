package io.millrace.lake;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody's wish that a dataset's tables stay as they are.
 *
 * @param tables full names
 * @param since when it was asked for
 * @param reason for whoever finds it
 */
public record Pause(String dataset, Set<String> tables, Instant since, String reason) {
    public Pause {
        tables = Set.copyOf(tables);
        if (dataset.isEmpty() || tables.isEmpty()) {
            throw new IllegalArgumentException("Cannot pause dataset '" + dataset + "': tables " + tables);
        }
    }
}
