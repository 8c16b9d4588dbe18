package io.millrace.lake;

import io.millrace.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of the job that takes claims out of the ledger as {@link ClaimRule} says, oldest first, and lets shards rest that
 * have brought none for long: a fold looks at each shard that is awake. {@link #advance} does one outside effect. It may end anywhere and run beside others and beside writers and committers: what may go once may go for
 * ever, and a claim that is gone is not removed twice. A table that cannot be reached, or that does not follow the ledger,
 * stops it: then no claim may go.
 */
public final class ClaimRemoval {
    /** What {@link #advance} does next. */
    public enum Step {
        READ_LAST_FOLD,
        LOAD_TABLE,
        FIND_SETTLED_FOLD,
        READ_HEADS,
        LIST_CLAIMS,
        READ_WINDOW,
        REMOVE,
        REST,
        DONE
    }

    /** How old a fold is at least whose claims go. */
    public static final Duration AGE = Duration.ofDays(1);

    private static final int PAGE = 1000;

    private final Ledger ledger;
    private final LakeObjects objects;
    private final Tables tables;
    private final long newestMillis;
    private final Deque<String> unloaded = new ArrayDeque<>();
    private final Deque<Head> heads = new ArrayDeque<>();
    private final Deque<Claim> removable = new ArrayDeque<>();
    private Step step = Step.READ_LAST_FOLD;
    private FoldManifest last = FoldManifest.none();
    private long inAllTables;
    private @Nullable SettledFold search;
    private ClaimRule rule = new ClaimRule(FoldManifest.none());
    private @Nullable String refusal;
    private boolean more;
    private long removed;

    /** @param age how old the fold of a claim is at least that goes */
    public ClaimRemoval(Ledger ledger, ObjectStore store, Tables tables, Clock clock, Duration age) {
        this.ledger = ledger;
        this.objects = new LakeObjects(store);
        this.tables = tables;
        this.newestMillis = clock.millis() - age.toMillis();
    }

    public Step next() {
        return step;
    }

    /** How many claims this run has taken out. */
    public long removed() {
        return removed;
    }

    /** Why nothing may go, if so. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Does the next step. Returns whether there is another. */
    public boolean advance() {
        step = switch (step) {
            case READ_LAST_FOLD -> readLastFold();
            case LOAD_TABLE -> loadTable();
            case FIND_SETTLED_FOLD -> findSettledFold();
            case READ_HEADS -> readHeads();
            case LIST_CLAIMS -> listClaims();
            case READ_WINDOW -> readWindow();
            case REMOVE -> remove();
            case REST -> rest();
            case DONE -> Step.DONE;
        };
        return step != Step.DONE;
    }

    private Step readLastFold() {
        Optional<Fold> newest = ledger.lastFold();
        if (newest.isEmpty()) {
            return Step.DONE;
        }
        last = objects.manifest(newest.get());
        inAllTables = last.fold();
        unloaded.addAll(last.lastFolds().keySet());
        return afterTable();
    }

    private Step loadTable() {
        String table = unloaded.removeFirst();
        Optional<Deque<Fold>> missing =
                new TableChain(ledger, table).missing(last.lastFolds().getOrDefault(table, 0L), tables.fold(table));
        if (missing.isEmpty()) {
            refusal = "Cannot remove claims: table " + table + " holds a fold that is not one of the ledger's for it";
            return Step.DONE;
        }
        if (!missing.get().isEmpty()) {
            inAllTables = Math.min(inAllTables, missing.get().getFirst().number() - 1);
        }
        return afterTable();
    }

    private Step afterTable() {
        return unloaded.isEmpty() ? Step.FIND_SETTLED_FOLD : Step.LOAD_TABLE;
    }

    private Step findSettledFold() {
        search = search == null ? new SettledFold(objects, inAllTables, newestMillis) : search;
        if (search.advance()) {
            return Step.FIND_SETTLED_FOLD;
        }
        rule = new ClaimRule(search.found());
        return search.found().fold() == 0 ? Step.DONE : Step.READ_HEADS;
    }

    private Step readHeads() {
        heads.addAll(ledger.awake());
        return afterShard();
    }

    private Step listClaims() {
        Head head = heads.getFirst();
        List<Claim> oldest = ledger.claims(head.shard(), 0, PAGE);
        more = oldest.size() == PAGE;
        oldest.stream().filter(claim -> claim.k() <= rule.atMost(head)).forEach(removable::add);
        return removable.isEmpty() ? afterClaims() : Step.READ_WINDOW;
    }

    private Step readWindow() {
        Head head = heads.getFirst();
        long lastRemovable = newest(head).stream()
                .map(newest -> rule.last(head, windowK(newest)))
                .findFirst()
                .orElse(0L);
        more &= removable.getLast().k() <= lastRemovable;
        removable.removeIf(claim -> claim.k() > lastRemovable);
        return afterClaim();
    }

    private Optional<Claim> newest(Head head) {
        return ledger.claims(head.shard(), head.k() - 1, 1).stream()
                .filter(claim -> claim.id().equals(head.claimId()))
                .findFirst();
    }

    private Optional<Long> windowK(Claim newest) {
        return isOfAStream(newest) ? Optional.of(objects.body(newest.body()).windowK()) : Optional.empty();
    }

    private Step remove() {
        if (ledger.remove(removable.removeFirst())) {
            removed++;
        }
        return afterClaim();
    }

    private Step afterClaim() {
        if (!removable.isEmpty()) {
            return Step.REMOVE;
        }
        return more ? Step.LIST_CLAIMS : afterClaims();
    }

    private Step afterClaims() {
        if (rule.mayRest(heads.getFirst())) {
            return Step.REST;
        }
        heads.removeFirst();
        return afterShard();
    }

    /** Shards of a stream alone: those of replays are few, and claim without an attempt that would wake them. */
    private Step rest() {
        Head head = heads.removeFirst();
        if (newest(head).filter(this::isOfAStream).isPresent()) {
            ledger.rest(head);
        }
        return afterShard();
    }

    private boolean isOfAStream(Claim claim) {
        return !objects.claimName(claim.body()).attempt();
    }

    private Step afterShard() {
        heads.removeIf(head -> rule.atMost(head) < 1 && !rule.mayRest(head));
        return heads.isEmpty() ? Step.DONE : Step.LIST_CLAIMS;
    }
}
