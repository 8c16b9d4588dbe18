package io.millrace.audit;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.lake.Fold;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.MinuteCounts;
import io.millrace.query.AthenaQueries;
import io.millrace.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up what every claim counted and compares the sums with what SQL counts. May run while traffic goes on. */
public final class LedgerAudit {

    private static final Duration PAUSE = Duration.ofMillis(100);

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
     * @param patience how long to wait for a moment in which no commit is under way
     */
    public LedgerReport run(Contracts contracts, Duration patience) throws InterruptedException {
        long settled = settledFold(patience);
        Map<Contract, TableCounts> tables = new LinkedHashMap<>();
        for (Contract contract : contracts.streamed()) {
            tables.put(contract, TableCounts.of(contract, target, queries));
        }
        Manifests manifests = new Manifests(lake);
        Totals before = new Totals();
        Totals after = new Totals();
        for (FoldManifest manifest : manifests.read(1, manifests.newest())) {
            after.add(manifest);
            if (manifest.fold() <= settled) {
                before.add(manifest);
            }
        }
        List<Balance> balances = new ArrayList<>();
        tables.forEach((contract, counts) -> balances.add(
                new Balance(contract.dataset(), before.of(contract.dataset()), after.of(contract.dataset()), counts)));
        return new LedgerReport(
                balances, after.unbalanced(), after.of(MinuteCounts.UNDECODABLE).received());
    }

    private long settledFold(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (lake.newestFold() > 0) {
            Optional<Fold> settled = lake.settledFold();
            if (settled.isPresent()) {
                return settled.get().number();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new NotSettledException("Cannot compare the ledger with the tables: in " + patience.toSeconds()
                        + " s there was no moment without a commit under way");
            }
            Thread.sleep(PAUSE.toMillis());
        }
        return 0;
    }
}
