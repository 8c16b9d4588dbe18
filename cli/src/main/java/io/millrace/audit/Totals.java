package io.millrace.audit;

import io.millrace.lake.FoldManifest;
import io.millrace.lake.MinuteCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The counts of many folds, added up. */
final class Totals {

    private final Map<String, MinuteCounts> byDataset = new TreeMap<>();
    private final List<MinuteCounts> unbalanced = new ArrayList<>();

    void add(FoldManifest manifest) {
        add(manifest, dataset -> true);
    }

    void add(FoldManifest manifest, Predicate<String> datasets) {
        for (MinuteCounts counts : manifest.counts()) {
            if (!datasets.test(counts.dataset())) {
                continue;
            }
            byDataset.merge(counts.dataset(), counts, MinuteCounts::plus);
            boolean event = !counts.dataset().equals(MinuteCounts.UNDECODABLE);
            if (event && !(counts.receivedBalances() && counts.bronzeBalances())) {
                unbalanced.add(counts);
            }
        }
    }

    /** Minutes in which an equation does not hold. */
    List<MinuteCounts> unbalanced() {
        return List.copyOf(unbalanced);
    }

    /** The sums of a dataset; zeros if nothing of it was folded. */
    MinuteCounts of(String dataset) {
        return byDataset.getOrDefault(dataset, new MinuteCounts(dataset, 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
