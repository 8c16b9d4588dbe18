package io.millrace.proof.world;

import io.millrace.lake.Fold;
import io.millrace.lake.FoldManifestCodec;
import io.millrace.lake.Pauses;
import java.util.HashSet;
import java.util.Set;

/** Has some tables paused for a while, and sees to it that one stays as it is from the fold on that says so. */
final class TablePauses implements Pauses {
    private static final int LONGEST_TICKS = 80;

    private final World world;
    private Set<String> tables = Set.of();
    private long untilTick;

    TablePauses(World world) {
        this.world = world;
    }

    @Override
    public Set<String> tables() {
        return tables;
    }

    /** Asks for a pause of some of the tables that there are. */
    void begin(long tick) {
        Set<String> some = new HashSet<>();
        for (String table : world.lakeTables.names()) {
            if (world.choices.next(2) == 0) {
                some.add(table);
            }
        }
        tables = some;
        untilTick = tick + 1 + world.choices.next(LONGEST_TICKS);
        world.trace.add(() -> "pause of " + some);
    }

    void tick(long tick) {
        if (tables.isEmpty()) {
            return;
        }
        // A ledger that was restored does not know of the newest folds, and so not of those that it held back.
        if (!world.ledgerLoss.happened()) {
            world.ledgerState.lastFold().ifPresent(this::check);
        }
        if (tick >= untilTick) {
            tables = Set.of();
            world.trace.add(() -> "the pause is over");
        }
    }

    private void check(Fold newest) {
        FoldManifestCodec.read(world.objects.read(newest.manifest())).held().forEach((table, fold) -> {
            long mark = world.lakeTables.fold(table);
            if (mark != fold) {
                throw new BrokenInvariantException("Table " + table + " is paused since fold " + newest.number()
                        + " at the latest with fold " + fold + ", and holds fold " + mark);
            }
        });
    }
}
