package io.millrace.local.gateway.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a statement ended.
 *
 * @param updateCount rows added, changed or deleted; null when it does not change rows
 * @param files the data files that it made, when Athena lists them
 */
public record Outcome(@Nullable Long updateCount, List<String> files) {
    /** Done, and there is nothing to count. */
    public static final Outcome DONE = new Outcome(null, List.of());

    public Outcome {
        files = List.copyOf(files);
    }
}
