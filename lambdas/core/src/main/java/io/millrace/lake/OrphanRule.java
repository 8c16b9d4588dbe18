package io.millrace.lake;

import io.millrace.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which data files may be removed because no table refers to them. Files of a claim that is not folded, and of a fold that
 * a table lacks, look like garbage and are not: they are spared. And while one of those is older than half the age at
 * which files are removed, nothing may be removed at all: the lake is stuck, and somebody has to look first.
 *
 * <p>Order matters: make the rule first and list what the tables refer to afterwards. A file that goes from a claim into
 * its table between the two would otherwise be in neither.
 *
 * <p>A file that a living writer has not claimed yet is young: an invocation lives for minutes, the age is days.
 */
public final class OrphanRule {
    private static final int PAGE = 1000;

    private final Ledger ledger;
    private final ObjectStore store;
    private final FoldMarks tables;
    private final Set<String> spared = new HashSet<>();
    private final long newestRemovedMillis;
    private final long now;
    private long oldestUnfinishedMillis = Long.MAX_VALUE;

    private OrphanRule(Ledger ledger, ObjectStore store, FoldMarks tables, Clock clock, Duration age) {
        this.ledger = ledger;
        this.store = store;
        this.tables = tables;
        this.now = clock.millis();
        this.newestRemovedMillis = now - age.toMillis();
    }

    /**
     * The rule as things are now.
     *
     * @param age files younger than this are never removed
     */
    public static OrphanRule of(Ledger ledger, ObjectStore store, FoldMarks tables, Clock clock, Duration age) {
        OrphanRule rule = new OrphanRule(ledger, store, tables, clock, age);
        FoldManifest last = ledger.lastFold()
                .map(fold -> FoldManifestCodec.read(store.read(fold.manifest())))
                .orElse(FoldManifest.none());
        last.lastFolds().forEach(rule::spareFolds);
        List<Head> heads = ledger.heads();
        heads.forEach(head -> {
            rule.spareClaims(head, last.folded(head.shard()));
            rule.spareNext(head);
        });
        rule.refuseWithUnknownShards(heads, last);
        rule.refuseWithOldLedger(last);
        return rule;
    }

    /** Why nothing may be removed now, if so. */
    public Optional<String> refusal() {
        return oldestUnfinishedMillis < now - (now - newestRemovedMillis) / 2
                ? Optional.of("Cannot remove files: a claim or fold of "
                        + Duration.ofMillis(now - oldestUnfinishedMillis) + " ago is not in its tables")
                : Optional.empty();
    }

    /**
     * Whether a file that no table refers to may be removed.
     *
     * @param modifiedAtMillis when it was written
     */
    public boolean mayRemove(String path, long modifiedAtMillis) {
        return refusal().isEmpty() && modifiedAtMillis < newestRemovedMillis && !spared.contains(path);
    }

    private void spareClaims(Head head, long folded) {
        for (long after = folded; after < head.k(); ) {
            for (Claim claim : ledger.claims(head.shard(), after, PAGE)) {
                ClaimBody body = ClaimBodyCodec.read(store.read(claim.body()));
                body.files().forEach(file -> spared.add(file.path()));
                unfinished(body.createdAtMillis());
            }
            after += PAGE;
        }
    }

    private void spareFolds(String table, long newest) {
        Optional<Deque<Fold>> missing = new TableChain(ledger, table).missing(newest, tables.fold(table));
        if (missing.isEmpty()) {
            // Not this ledger's table, or this ledger is not its own: the committer says which.
            unfinished(0);
            return;
        }
        for (Fold fold : missing.get()) {
            FoldManifest manifest = FoldManifestCodec.read(store.read(fold.manifest()));
            manifest.files().values().forEach(files -> files.forEach(file -> spared.add(file.path())));
            unfinished(manifest.createdAtMillis());
        }
    }

    /** A body that nobody has claimed yet is the next claim, whoever makes it. */
    private void spareNext(Head head) {
        LakeObjects objects = new LakeObjects(store);
        objects.claim(head.shard(), head.k() + 1).ifPresent(next -> {
            next.files().forEach(file -> spared.add(file.path()));
            unfinished(next.createdAtMillis());
            objects.claim(head.shard(), head.k() + 2).ifPresent(proof -> unfinished(0));
        });
    }

    /** A ledger that was emptied or restored does not know all claims; nothing says which files are theirs. */
    private void refuseWithOldLedger(FoldManifest last) {
        new LakeObjects(store).fold(last.fold() + 1).ifPresent(next -> unfinished(next.createdAtMillis()));
    }

    /** A shard has a head before it has a body: without one, the ledger was emptied or restored. */
    private void refuseWithUnknownShards(List<Head> heads, FoldManifest last) {
        Set<ShardId> known = heads.stream().map(Head::shard).collect(Collectors.toSet());
        LakeObjects objects = new LakeObjects(store);
        boolean unknown = objects.claimPaths("").stream()
                .map(objects::claimName)
                .anyMatch(claim ->
                        !claim.attempt() && !known.contains(claim.shard()) && claim.k() > last.folded(claim.shard()));
        if (unknown) {
            unfinished(0);
        }
    }

    private void unfinished(long createdAtMillis) {
        oldestUnfinishedMillis = Math.min(oldestUnfinishedMillis, createdAtMillis);
    }
}
