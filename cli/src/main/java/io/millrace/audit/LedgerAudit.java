package io.millrace.audit;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.lake.Fold;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.MinuteCounts;
import io.millrace.query.AthenaQueries;
import io.millrace.query.TableNames;
import io.millrace.target.Target;
import io.millrace.waiting.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what every claim counted and compares the sums with what SQL counts. May run while traffic goes on. */
public final class LedgerAudit {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration BEFORE_NEXT_LOOK = Duration.ofSeconds(2);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final Lake lake;
    private final Target target;
    private final AthenaQueries queries;

    public LedgerAudit(Lake lake, Target target, AthenaQueries queries) {
        this.lake = lake;
        this.target = target;
        this.queries = queries;
    }

    /**
     * The balance of every dataset that has a contract.
     *
     * @param grace how long to wait for a moment in which no commit is under way, and for a gap to close
     */
    public LedgerReport run(Contracts contracts, LedgerScope scope, Duration grace) throws InterruptedException {
        Waiting waiting = Waiting.atMost(grace, BEFORE_NEXT_LOOK);
        LedgerReport report = compare(contracts, scope, settledFold(waiting, grace));
        while (!report.gaps().isEmpty() && waiting.again("a gap to close")) {
            report = compare(contracts, scope, settledFold(waiting, grace));
        }
        return report;
    }

    private LedgerReport compare(Contracts contracts, LedgerScope scope, long settled) throws InterruptedException {
        Map<String, Map<Long, TableCounts>> tables = new LinkedHashMap<>();
        for (Contract contract : contracts.streamed()) {
            if (scope.covers(contract)) {
                tables.put(contract.dataset(), TableCounts.byMinute(contract, scope, target, queries));
            }
        }
        Map<String, Long> paused = paused(contracts);
        Totals before = new Totals(scope);
        Totals after = new Totals(scope);
        // What was received after a time was folded after it too, but for clocks that differ.
        for (FoldManifest manifest : new Manifests(lake).since(scope.from().minus(CLOCKS_DIFFER))) {
            after.add(manifest);
            before.add(manifest, dataset -> manifest.fold() <= paused.getOrDefault(dataset, settled));
        }
        List<DatasetBalance> datasets = new ArrayList<>();
        tables.forEach((dataset, counts) -> datasets.add(DatasetBalance.of(dataset, before, after, counts)));
        return new LedgerReport(datasets, after.of(MinuteCounts.UNDECODABLE).received());
    }

    /** The newest fold that the tables of each paused dataset hold. */
    private Map<String, Long> paused(Contracts contracts) {
        Map<String, Long> held = lake.held();
        Map<String, Long> folds = new HashMap<>();
        for (Contract contract : contracts.streamed()) {
            TableNames.all(target, contract).stream()
                    .filter(held::containsKey)
                    .map(held::get)
                    .max(Comparator.naturalOrder())
                    .ifPresent(fold -> folds.put(contract.dataset(), fold));
        }
        return folds;
    }

    private long settledFold(Waiting waiting, Duration grace) throws InterruptedException {
        if (lake.newestFold() == 0) {
            return 0;
        }
        return waiting.every(PAUSE)
                .find("a moment without a commit", lake::settledFold)
                .map(Fold::number)
                .orElseThrow(() -> new NotSettledException("Cannot compare the ledger with the tables: in "
                        + grace.toSeconds() + " s there was no moment without a commit under way"));
    }
}
