package io.millrace.lake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The claims that go into the next fold, gathered from the ledger, and what the fold becomes. */
final class FoldPlan {
    private final FoldManifest before;
    private final Map<ShardId, ClaimRange> ranges = new LinkedHashMap<>();
    private final List<String> bodies = new ArrayList<>();
    private final Map<String, List<DataFileRef>> files = new TreeMap<>();
    private final MinuteTally tally = new MinuteTally();
    private boolean more;

    private FoldPlan(FoldManifest before) {
        this.before = before;
    }

    /** Gathers claims that are not folded: of each shard without a gap, all in all at most {@code maxClaims}. */
    static FoldPlan gather(Ledger ledger, FoldManifest before, int maxClaims) {
        FoldPlan plan = new FoldPlan(before);
        for (Head head : ledger.awake()) {
            long folded = before.folded(head.shard());
            if (head.k() < folded) {
                throw new LostLedgerException(
                        "Cannot fold claims of shard " + head.shard() + ": the ledger holds claims"
                                + " up to " + head.k() + ", and fold " + before.fold() + " has claim " + folded
                                + "; the ledger is an older one");
            }
            if (head.k() > folded) {
                plan.gather(ledger, head.shard(), folded, maxClaims);
            }
        }
        return plan;
    }

    private void gather(Ledger ledger, ShardId shard, long folded, int maxClaims) {
        int room = maxClaims - bodies.size();
        if (room == 0) {
            more = true;
            return;
        }
        long last = folded;
        List<Claim> claims = ledger.claims(shard, folded, room + 1);
        for (Claim claim : claims) {
            if (claim.k() != last + 1) {
                break;
            }
            if (bodies.size() == maxClaims) {
                more = true;
                break;
            }
            bodies.add(claim.body());
            last = claim.k();
        }
        if (last > folded) {
            ranges.put(shard, new ClaimRange(folded + 1, last));
        }
    }

    boolean isEmpty() {
        return bodies.isEmpty();
    }

    /** Whether claims were left for another fold. */
    boolean leavesClaims() {
        return more;
    }

    List<String> bodies() {
        return bodies;
    }

    void add(ClaimBody body) {
        for (DataFileRef file : body.files()) {
            files.computeIfAbsent(file.table(), table -> new ArrayList<>()).add(file);
        }
        tally.addAll(body.counts());
    }

    /** @param held tables that take neither this fold nor a later one, with the newest that they hold */
    FoldManifest manifest(long number, long createdAtMillis, Map<String, Long> held) {
        Map<String, Long> frontier = new HashMap<>(before.frontier());
        ranges.forEach((shard, range) -> frontier.put(shard.toString(), range.last()));
        Map<String, Long> lastFolds = new HashMap<>(before.lastFolds());
        files.keySet().forEach(table -> lastFolds.put(table, number));
        return new FoldManifest(number, createdAtMillis, frontier, lastFolds, files, bodies, tally.list(), held);
    }
}
