package io.millrace.proof.world;

import io.millrace.lake.OrphanRule;
import io.millrace.store.OutageException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The job that removes old files to which no table refers. It takes its time: it asks the rule, lists what the tables
 * refer to, and removes, while committers go on in between.
 */
final class OrphanRemoval {
    private static final Duration AGE = Duration.ofHours(20);
    private static final int MOST_TICKS_BETWEEN = 30;

    private final World world;
    private final long oldMillis;
    private long atTick;
    private @Nullable OrphanRule rule;
    private @Nullable Set<String> referred;
    private boolean over;

    OrphanRemoval(World world, long atTick) {
        this.world = world;
        this.atTick = atTick;
        this.oldMillis = world.clock.millis() - AGE.toMillis();
    }

    /** Does the next part of the work when it is time for it. Returns whether there is more. */
    boolean tick(long tick) {
        if (tick >= atTick) {
            atTick = tick + 1 + world.choices.next(MOST_TICKS_BETWEEN);
            step();
        }
        return !over;
    }

    private void step() {
        boolean asksRule = world.variant.listsTablesFirst() ? referred != null : rule == null;
        if (asksRule && rule == null) {
            askRule();
        } else if (referred == null) {
            listTables();
        } else {
            remove();
        }
    }

    private void askRule() {
        try {
            rule = OrphanRule.of(world.ledgerBehind(), world.store, world.lakeTables, world.clock, AGE);
        } catch (OutageException e) {
            world.trace.add(() -> "orphan removal fails: " + e.getMessage());
            over = true;
            return;
        }
        String refusal = rule.refusal().orElse(null);
        world.trace.add(() -> "orphan removal " + (refusal == null ? "begins" : "refuses: " + refusal));
    }

    private void listTables() {
        Set<String> found = new HashSet<>();
        world.lakeTables.names().forEach(table -> found.addAll(world.lakeTables.files(table)));
        referred = found;
        world.trace.add(() -> "orphan removal lists " + found.size() + " files of tables");
    }

    private void remove() {
        over = true;
        OrphanRule asked = rule;
        Set<String> kept = referred;
        if (asked != null && kept != null) {
            world.files.removeIf((path, writtenAt) ->
                    !kept.contains(path) && world.variant.removes(asked, path, writtenAt, oldMillis));
            world.trace.add(() -> "orphan removal ends");
        }
    }
}
