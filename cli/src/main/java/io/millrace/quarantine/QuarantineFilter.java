package io.millrace.quarantine;

import io.millrace.event.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which quarantined rows are meant. What is empty or null means any.
 *
 * @param datasets names of datasets, {@code undecodable} among them
 * @param reason a part of the reason, in letters of any case
 * @param id an event's id, a batch's id or a row's position
 * @param from first time of receipt
 * @param to first time of receipt after it
 */
public record QuarantineFilter(
        Set<String> datasets,
        @Nullable Stage stage,
        String rule,
        String reason,
        String source,
        String id,
        Instant from,
        Instant to) {

    public QuarantineFilter {
        datasets = Set.copyOf(datasets);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("Cannot look from " + from + " to " + to + ": nothing is between");
        }
    }

    boolean wants(String dataset) {
        return datasets.isEmpty() || datasets.contains(dataset);
    }

    /** The parameters of {@code condition.sql}, in their order. */
    List<String> parameters() {
        return List.of(from.toString(), to.toString(), stage == null ? "" : stage.label(), rule, reason, source, id);
    }
}
