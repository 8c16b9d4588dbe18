package io.millrace.lake;

import io.millrace.lake.CommitterRun.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings tables up to the newest fold, one after the other. A table takes a fold only on top of the fold before it; one
 * that cannot be brought up to date is given up for this run, and all others go on.
 */
final class CatchUp {
    /** Folds that a table lacks are appended together: one that was paused for hours is soon up to date. */
    private static final int FOLDS_AT_ONCE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private final CommitterServices services;
    private final LakeObjects objects;
    private final Map<String, String> refused = new TreeMap<>();
    private final Set<String> behind = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();

    private FoldManifest newest = FoldManifest.none();
    private final Deque<String> pending = new ArrayDeque<>();
    /** Folds that the first of the pending tables lacks; null before it was looked at. */
    private @Nullable Deque<Fold> missing;

    CatchUp(CommitterServices services, LakeObjects objects) {
        this.services = services;
        this.objects = objects;
    }

    /**
     * Begins with all of these tables but those that were given up, and those that a pause keeps as they are.
     *
     * @param newest up to which they are brought
     */
    void begin(FoldManifest newest, Set<String> tables) {
        this.newest = newest;
        pending.clear();
        missing = null;
        waiting.clear();
        for (String table : new TreeSet<>(tables)) {
            if (newest.held().containsKey(table)) {
                waiting.add(table);
            } else if (!givenUp(table)) {
                pending.add(table);
            }
        }
    }

    /** What to do for the table that is next; empty when there is none. */
    Optional<Step> next() {
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        if (missing == null) {
            return Optional.of(Step.LOAD_TABLE);
        }
        return Optional.of(missing.isEmpty() ? Step.SETTLE_TABLE : Step.APPEND);
    }

    /** Looks which folds the table lacks. */
    void load() {
        String table = pending.getFirst();
        try {
            long last = newest.lastFolds().getOrDefault(table, 0L);
            long mark = services.tables().fold(table);
            Optional<Deque<Fold>> chain = new TableChain(services.ledger(), table).missing(last, mark);
            if (chain.isEmpty()) {
                refuse(table, "it holds fold " + mark + ", which is not before fold " + last + " of it");
            } else {
                missing = chain.get();
            }
        } catch (TablesException e) {
            leaveBehind(table, e);
        }
    }

    /** Appends some of the folds that the table lacks, in one commit. */
    void append() {
        String table = pending.getFirst();
        Deque<Fold> folds = Objects.requireNonNull(missing, "missing");
        long previous = folds.getFirst().previous().getOrDefault(table, 0L);
        long last = previous;
        List<DataFileRef> files = new ArrayList<>();
        for (int taken = 0; taken < FOLDS_AT_ONCE && !folds.isEmpty(); taken++) {
            Fold fold = folds.removeFirst();
            files.addAll(manifest(fold).files().getOrDefault(table, List.of()));
            last = fold.number();
        }
        try {
            if (!services.tables().append(table, previous, last, files)) {
                // Another committer was first, or the table is not ours any more; looking again tells which.
                missing = null;
            }
        } catch (TablesException e) {
            leaveBehind(table, e);
        }
    }

    /** Notes in the ledger that the table is up to date. */
    void settle() {
        services.ledger().settled(newest.fold(), pending.getFirst());
        done();
    }

    /** Whether the table was tried in this run, in vain. */
    boolean givenUp(String table) {
        return refused.containsKey(table) || behind.contains(table);
    }

    /** Tables that lack something, and that the next fold leaves to the run after it. */
    Set<String> unfinished() {
        Set<String> tables = new TreeSet<>(behind);
        tables.addAll(refused.keySet());
        tables.addAll(waiting);
        return tables;
    }

    /** As {@link CommitterRun#refused}. */
    Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    /** As {@link CommitterRun#behind}. */
    Set<String> behind() {
        return Set.copyOf(behind);
    }

    private FoldManifest manifest(Fold fold) {
        return fold.number() == newest.fold() ? newest : objects.manifest(fold);
    }

    private void refuse(String table, String why) {
        LOG.error("Cannot append to table {}: {}", table, why);
        refused.put(table, why);
        done();
    }

    private void leaveBehind(String table, TablesException e) {
        LOG.warn("Table {} stays behind until the next run", table, e);
        behind.add(table);
        done();
    }

    private void done() {
        pending.removeFirst();
        missing = null;
    }
}
