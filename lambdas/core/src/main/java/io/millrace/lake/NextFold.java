package io.millrace.lake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fold after the newest, in the making: of the claims that are not folded, and of the pauses as they are now. Its
 * number decides its content for ever, so whoever wrote its manifest first has made it, and all others take that.
 */
final class NextFold {
    private static final int BODIES_AT_ONCE = 64;
    private static final Logger LOG = LoggerFactory.getLogger(NextFold.class);

    private final CommitterServices services;
    private final LakeObjects objects;
    private final FoldManifest last;
    private final CatchUp tables;
    private final FoldPlan plan;
    private final Map<String, Long> held;
    private final Deque<String> unread;
    private boolean adopted;
    private @Nullable Fold fold;
    private @Nullable FoldManifest manifest;

    private NextFold(
            CommitterServices services,
            LakeObjects objects,
            FoldManifest last,
            CatchUp tables,
            FoldPlan plan,
            Map<String, Long> held) {
        this.services = services;
        this.objects = objects;
        this.last = last;
        this.tables = tables;
        this.plan = plan;
        this.held = held;
        this.unread = new ArrayDeque<>(plan.bodies());
    }

    /**
     * Gathers what goes into it.
     *
     * @param last the newest fold
     * @param tables whether they hold what came before
     */
    static NextFold gather(CommitterServices services, LakeObjects objects, FoldManifest last, CatchUp tables) {
        FoldPlan plan = FoldPlan.gather(services.ledger(), last, services.maxClaims());
        Map<String, Long> held = toHold(services.pauses().tables(), last, tables);
        return new NextFold(services, objects, last, tables, plan, held);
    }

    /** A pause begins with a table that holds every fold so far: one that stays behind is waited for. */
    private static Map<String, Long> toHold(Set<String> paused, FoldManifest last, CatchUp tables) {
        Map<String, Long> held = new HashMap<>();
        for (String table : paused) {
            Long since = last.held().get(table);
            if (since != null) {
                held.put(table, since);
            } else if (!tables.givenUp(table)) {
                held.put(table, last.lastFolds().getOrDefault(table, 0L));
            }
        }
        return held;
    }

    boolean hasClaims() {
        return !plan.isEmpty();
    }

    /** Whether a pause begins or ends, which a fold says without claims too. */
    boolean changesPauses() {
        return !held.equals(last.held());
    }

    /** Whether a body waits to be read. */
    boolean unread() {
        return !unread.isEmpty();
    }

    /** Reads some, side by side, since a thousand shards bring two thousand; not all, since each holds fingerprints. */
    void readBodies() {
        List<String> next = new ArrayList<>();
        while (!unread.isEmpty() && next.size() < BODIES_AT_ONCE) {
            next.add(unread.removeFirst());
        }
        services.store().readAll(next).forEach(body -> plan.add(ClaimBodyCodec.read(body)));
    }

    /** Returns whether nobody had written the manifest before. */
    boolean writeManifest() {
        FoldManifest made = plan.manifest(number(), services.clock().millis(), held);
        boolean created = services.store().create(objects.foldPath(number()), FoldManifestCodec.write(made));
        propose(made);
        adopted = !created;
        return created;
    }

    /** Somebody wrote this fold's manifest before, and may have lived to create it: that is what the fold is. */
    void readManifest() {
        propose(FoldManifestCodec.read(services.store().read(objects.foldPath(number()))));
    }

    /** A manifest after this one proves that this fold was created: another committer was first, or the ledger is old. */
    boolean wasCreated() {
        return objects.fold(number() + 1).isPresent();
    }

    /** Returns whether the ledger holds it by this call; in any doubt not, and the ledger is to be read. */
    boolean create() {
        Fold proposed = Objects.requireNonNull(fold, "fold");
        try {
            return services.ledger().createFold(proposed);
        } catch (LedgerException e) {
            LOG.warn("Fold {} got no clear answer; reading the ledger", proposed.number(), e);
            return false;
        }
    }

    long number() {
        return last.fold() + 1;
    }

    FoldManifest manifest() {
        return Objects.requireNonNull(manifest, "manifest");
    }

    /** Tables that lack it, or a fold before it. */
    Set<String> pending() {
        return Objects.requireNonNull(fold, "fold").pending();
    }

    /** Whether there may be claims that it does not fold. */
    boolean leavesClaims() {
        return adopted || plan.leavesClaims();
    }

    private void propose(FoldManifest made) {
        fold = made.fold(last, objects.foldPath(made.fold()), tables.unfinished());
        manifest = made;
    }
}
