package io.millrace.proof.world;

import io.millrace.lake.rebuild.Evidence;
import io.millrace.lake.rebuild.LedgerImage;
import io.millrace.proof.fault.Fault;
import io.millrace.store.OutageException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody restores the ledger to an earlier point, or empties it, under running writers and committers, and rebuilds it
 * later. The stream's consumer keeps its place: what it has acknowledged does not come again.
 */
final class LedgerLoss {
    private static final int LONGEST_TICKS = 60;
    private static final int EMPTIED_ONE_IN = 4;

    private final World world;
    private final Map<String, Set<String>> firstShards = new HashMap<>();
    private @Nullable LedgerState backup;
    private boolean lost;
    private boolean everLost;
    private long atTick;

    LedgerLoss(World world) {
        this.world = world;
    }

    /** Notes what a stream began with. */
    void begun(String stream, Set<String> shards) {
        firstShards.put(stream, shards);
    }

    void tick(long tick) {
        LedgerState saved = backup;
        if (saved == null) {
            if (world.faults.isDue(Fault.LEDGER_RESTORED)) {
                backup = world.choices.next(EMPTIED_ONE_IN) == 0 ? new LedgerState() : world.ledgerState.copy();
                atTick = tick + 1 + world.choices.next(LONGEST_TICKS);
            }
        } else if (tick >= atTick) {
            if (lost) {
                rebuild();
            } else {
                lose(saved);
                atTick = tick + 1 + world.choices.next(LONGEST_TICKS);
            }
        }
    }

    /** Whether nothing is left to be lost or rebuilt. */
    boolean isOver() {
        return backup == null;
    }

    /** Whether writers and committers have a reason to refuse. */
    boolean happened() {
        return everLost;
    }

    private void lose(LedgerState saved) {
        world.faults.hit(Fault.LEDGER_RESTORED);
        world.restoreLedger(saved);
        // A record that was begun alone when the copy was made is begun alone again.
        saved.heads().stream()
                .filter(head -> head.suspect() != null)
                .forEach(head -> world.stream.suspect(head.shard(), head.suspect()));
        lost = true;
        everLost = true;
    }

    private void rebuild() {
        try {
            LedgerImage image = new Evidence(world.store, world.lakeTables).read(firstShards);
            world.trace.add(() -> "rebuild of the ledger: " + image.lossesOf(world.ledgerBehind()));
            image.repairs().forEach(repair -> repair.in(world.ledgerBehind()));
        } catch (OutageException e) {
            world.trace.add(() -> "rebuild of the ledger fails: " + e.getMessage());
            return;
        }
        lost = false;
        backup = null;
    }
}
