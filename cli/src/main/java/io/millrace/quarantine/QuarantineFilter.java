package io.millrace.quarantine;

import io.millrace.event.Stage;
import io.millrace.replay.ReplayFilter;
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
 * @param replayedToo whether rows that were replayed are meant as well
 */
public record QuarantineFilter(
        Set<String> datasets,
        @Nullable Stage stage,
        String rule,
        String reason,
        String source,
        String id,
        Instant from,
        Instant to,
        boolean replayedToo) {

    public QuarantineFilter {
        datasets = Set.copyOf(datasets);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("Cannot look from " + from + " to " + to + ": nothing is between");
        }
    }

    /**
     * The same for a replay, one for each dataset that is meant.
     *
     * @param known the datasets that have a contract
     * @throws IllegalArgumentException if what is meant has none, or cannot be replayed
     */
    public List<ReplayFilter> replays(List<String> known) {
        for (String dataset : datasets) {
            if (!known.contains(dataset)) {
                throw new IllegalArgumentException(
                        "Cannot replay " + dataset + ": there are " + String.join(", ", known));
            }
        }
        return known.stream()
                .filter(this::wants)
                .map(dataset -> new ReplayFilter(dataset, stage, rule, reason, source, id, from, to))
                .toList();
    }

    boolean wants(String dataset) {
        return datasets.isEmpty() || datasets.contains(dataset);
    }

    /** The parameters of {@code condition.sql}, in their order. */
    List<String> parameters() {
        return List.of(
                from.toString(),
                to.toString(),
                stage == null ? "" : stage.label(),
                rule,
                reason,
                source,
                id,
                replayedToo ? "all" : "");
    }
}
