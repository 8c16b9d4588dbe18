package io.millrace.audit;

import io.millrace.lake.FoldManifest;
import io.millrace.lake.MinuteCounts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The counts of many folds, added up by dataset and minute of receipt. */
final class Totals {

    private final LedgerScope scope;
    private final Map<String, Map<Long, MinuteCounts>> byDataset = new HashMap<>();

    Totals(LedgerScope scope) {
        this.scope = scope;
    }

    void add(FoldManifest manifest) {
        add(manifest, dataset -> true);
    }

    void add(FoldManifest manifest, Predicate<String> datasets) {
        for (MinuteCounts counts : manifest.counts()) {
            if (datasets.test(counts.dataset()) && scope.covers(counts.minute())) {
                byDataset
                        .computeIfAbsent(counts.dataset(), unused -> new HashMap<>())
                        .merge(counts.minute(), counts, MinuteCounts::plus);
            }
        }
    }

    /** The minutes in which something of a dataset was received. */
    Set<Long> minutes(String dataset) {
        return byDataset.getOrDefault(dataset, Map.of()).keySet();
    }

    /** What a minute of a dataset adds up to; zeros if nothing of it was folded. */
    MinuteCounts of(String dataset, long minute) {
        MinuteCounts counts = byDataset.getOrDefault(dataset, Map.of()).get(minute);
        return counts == null ? MinuteCounts.none(dataset, minute) : counts;
    }

    /** The sum of a dataset's minutes. */
    MinuteCounts of(String dataset) {
        return byDataset.getOrDefault(dataset, Map.of()).values().stream()
                .reduce(MinuteCounts.none(dataset, 0), MinuteCounts::plus);
    }
}
