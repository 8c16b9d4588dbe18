package io.millrace.lake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
 * One run of the committer: brings tables that an earlier run left behind up to date, folds the claims that are not
 * folded, and appends the fold to its tables. {@link #advance} does one outside effect. Any number of committers may run
 * at once, and any may end anywhere: they are slow together, never wrong, since a fold is created once and a table takes
 * a fold only on top of the fold before it.
 */
public final class CommitterRun {
    /** What {@link #advance} does next. */
    public enum Step {
        READ_LAST_FOLD,
        LOOK_FOR_FIRST,
        LOAD_TABLE,
        APPEND,
        SETTLE_TABLE,
        GATHER_CLAIMS,
        READ_BODY,
        WRITE_MANIFEST,
        READ_MANIFEST,
        LOOK_AHEAD,
        CREATE_FOLD,
        WAKE_COMMITTER,
        DONE
    }

    /** Folds that a table lacks are appended together: one that was paused for hours is soon up to date. */
    private static final int FOLDS_AT_ONCE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(CommitterRun.class);

    private final CommitterServices services;
    private final LakeObjects objects;
    private final Map<String, String> refused = new TreeMap<>();
    private final Set<String> behind = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();
    private Map<String, Long> held = Map.of();

    private Step step = Step.READ_LAST_FOLD;
    private long lastNumber;
    private FoldManifest last = FoldManifest.none();
    private final Deque<String> pending = new ArrayDeque<>();
    private Deque<Fold> missing = new ArrayDeque<>();
    private @Nullable FoldPlan plan;
    private final Deque<String> unread = new ArrayDeque<>();
    private @Nullable Fold proposed;
    private @Nullable FoldManifest proposedManifest;
    private boolean folded;
    private boolean firstWritten;
    private boolean adopted;
    private long provenNumber;

    public CommitterRun(CommitterServices services) {
        this.services = services;
        this.objects = new LakeObjects(services.store());
    }

    public Step next() {
        return step;
    }

    /** Does the next step. Returns whether there is another. */
    public boolean advance() {
        step = switch (step) {
            case READ_LAST_FOLD -> readLastFold();
            case LOOK_FOR_FIRST -> lookForFirst();
            case LOAD_TABLE -> loadTable();
            case APPEND -> append();
            case SETTLE_TABLE -> settleTable();
            case GATHER_CLAIMS -> gatherClaims();
            case READ_BODY -> readBody();
            case WRITE_MANIFEST -> writeManifest();
            case READ_MANIFEST -> readManifest();
            case LOOK_AHEAD -> lookAhead();
            case CREATE_FOLD -> createFold();
            case WAKE_COMMITTER -> wakeCommitter();
            case DONE -> Step.DONE;
        };
        return step != Step.DONE;
    }

    /**
     * Tables that were not touched because their mark is not on the ledger's chain of folds, with the reason. Somebody
     * has to look; all other tables went on.
     */
    public Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    /** Tables that could not be brought up to date this time, without being wrong; the next run tries again. */
    public Set<String> behind() {
        return Set.copyOf(behind);
    }

    /** By how many events an equation does not hold, in the fold that this run has made. */
    public long gapEvents() {
        return folded
                ? last.counts().stream().mapToLong(MinuteCounts::gapEvents).sum()
                : 0;
    }

    private Step readLastFold() {
        Optional<Fold> found = services.ledger().lastFold();
        pending.clear();
        lastNumber = 0;
        last = FoldManifest.none();
        if (found.isPresent()) {
            lastNumber = found.get().number();
            last = FoldManifestCodec.read(services.store().read(found.get().manifest()));
            bringUpToDate(found.get().pending());
        }
        if (lastNumber < provenNumber) {
            throw new LostLedgerException("Cannot go on after fold " + lastNumber + ": the object store proves fold "
                    + provenNumber + "; the ledger is an older one");
        }
        return found.isEmpty() ? Step.LOOK_FOR_FIRST : afterTable();
    }

    /** Without a fold, a ledger is a young one or a lost one. */
    private Step lookForFirst() {
        // One without claims says that a pause began, and its committer died: the next makes it.
        firstWritten =
                objects.fold(1).filter(first -> !first.claims().isEmpty()).isPresent();
        return afterTable();
    }

    /** All but those that this run has given up, and those that a pause keeps as they are. */
    private void bringUpToDate(Set<String> tables) {
        waiting.clear();
        for (String table : new TreeSet<>(tables)) {
            if (last.held().containsKey(table)) {
                waiting.add(table);
            } else if (!refused.containsKey(table) && !behind.contains(table)) {
                pending.add(table);
            }
        }
    }

    private Step loadTable() {
        String table = pending.getFirst();
        try {
            long newest = last.lastFolds().getOrDefault(table, 0L);
            long mark = services.tables().fold(table);
            Optional<Deque<Fold>> chain = new TableChain(services.ledger(), table).missing(newest, mark);
            if (chain.isEmpty()) {
                return refuse(table, "it holds fold " + mark + ", which is not before fold " + newest + " of it");
            }
            missing = chain.get();
        } catch (TablesException e) {
            return leaveBehind(table, e);
        }
        return missing.isEmpty() ? Step.SETTLE_TABLE : Step.APPEND;
    }

    private Step append() {
        String table = pending.getFirst();
        long previous = missing.getFirst().previous().getOrDefault(table, 0L);
        long newest = previous;
        List<DataFileRef> files = new ArrayList<>();
        for (int folds = 0; folds < FOLDS_AT_ONCE && !missing.isEmpty(); folds++) {
            Fold fold = missing.removeFirst();
            files.addAll(manifest(fold).files().getOrDefault(table, List.of()));
            newest = fold.number();
        }
        try {
            if (!services.tables().append(table, previous, newest, files)) {
                // Another committer was first, or the table is not ours any more; looking again tells which.
                return Step.LOAD_TABLE;
            }
        } catch (TablesException e) {
            return leaveBehind(table, e);
        }
        return missing.isEmpty() ? Step.SETTLE_TABLE : Step.APPEND;
    }

    private FoldManifest manifest(Fold fold) {
        return fold.number() == lastNumber
                ? last
                : FoldManifestCodec.read(services.store().read(fold.manifest()));
    }

    private Step settleTable() {
        services.ledger().settled(lastNumber, pending.removeFirst());
        return afterTable();
    }

    private Step afterTable() {
        if (!pending.isEmpty()) {
            return Step.LOAD_TABLE;
        }
        return folded ? Step.WAKE_COMMITTER : Step.GATHER_CLAIMS;
    }

    private Step gatherClaims() {
        plan = FoldPlan.gather(services.ledger(), last, services.maxClaims());
        held = toHold(services.pauses().tables());
        if (plan.isEmpty() && lastNumber == 0 && firstWritten) {
            throw new LostLedgerException(
                    "Cannot fold claims: the ledger holds none, and the object store has the manifest of fold 1");
        }
        unread.clear();
        unread.addAll(plan.bodies());
        if (!plan.isEmpty()) {
            return Step.READ_BODY;
        }
        // Without claims too, a fold says when a pause begins or ends.
        return held.equals(last.held()) ? Step.DONE : Step.WRITE_MANIFEST;
    }

    /** A pause begins with a table that holds every fold so far: one that stays behind is waited for. */
    private Map<String, Long> toHold(Set<String> paused) {
        Map<String, Long> tables = new HashMap<>();
        for (String table : paused) {
            Long since = last.held().get(table);
            if (since != null) {
                tables.put(table, since);
            } else if (!behind.contains(table) && !refused.containsKey(table)) {
                tables.put(table, last.lastFolds().getOrDefault(table, 0L));
            }
        }
        return tables;
    }

    private Step readBody() {
        plan().add(ClaimBodyCodec.read(services.store().read(unread.removeFirst())));
        return unread.isEmpty() ? Step.WRITE_MANIFEST : Step.READ_BODY;
    }

    private Step writeManifest() {
        long number = lastNumber + 1;
        FoldManifest manifest = plan().manifest(number, services.clock().millis(), held);
        boolean created = services.store().create(objects.foldPath(number), FoldManifestCodec.write(manifest));
        propose(manifest);
        adopted = !created;
        return created ? Step.CREATE_FOLD : Step.READ_MANIFEST;
    }

    /** Somebody wrote this fold's manifest before, and may have lived to create it: that is what the fold is. */
    private Step readManifest() {
        propose(FoldManifestCodec.read(services.store().read(objects.foldPath(lastNumber + 1))));
        return Step.LOOK_AHEAD;
    }

    /** A manifest after this one proves that this fold was created: another committer was first, or the ledger is old. */
    private Step lookAhead() {
        if (objects.fold(lastNumber + 2).isEmpty()) {
            return Step.CREATE_FOLD;
        }
        provenNumber = lastNumber + 1;
        return Step.READ_LAST_FOLD;
    }

    private void propose(FoldManifest manifest) {
        Set<String> stillPending = new TreeSet<>(behind);
        stillPending.addAll(refused.keySet());
        stillPending.addAll(waiting);
        proposed = manifest.fold(last, objects.foldPath(manifest.fold()), stillPending);
        proposedManifest = manifest;
    }

    private Step createFold() {
        Fold fold = Objects.requireNonNull(proposed, "proposed");
        try {
            if (!services.ledger().createFold(fold)) {
                return Step.READ_LAST_FOLD;
            }
        } catch (LedgerException e) {
            LOG.warn("Fold {} got no clear answer; reading the ledger", fold.number(), e);
            return Step.READ_LAST_FOLD;
        }
        folded = true;
        lastNumber = fold.number();
        last = Objects.requireNonNull(proposedManifest, "proposedManifest");
        bringUpToDate(fold.pending());
        return afterTable();
    }

    private Step wakeCommitter() {
        if (adopted || plan().leavesClaims() || !behind.isEmpty()) {
            services.wake().committerSoon();
        }
        return Step.DONE;
    }

    private Step refuse(String table, String why) {
        LOG.error("Cannot append to table {}: {}", table, why);
        refused.put(table, why);
        pending.removeFirst();
        return afterTable();
    }

    private Step leaveBehind(String table, TablesException e) {
        LOG.warn("Table {} stays behind until the next run", table, e);
        behind.add(table);
        pending.removeFirst();
        return afterTable();
    }

    private FoldPlan plan() {
        return Objects.requireNonNull(plan, "plan");
    }
}
