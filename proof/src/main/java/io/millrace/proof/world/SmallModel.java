package io.millrace.proof.world;

import io.millrace.lake.CommitterRun;
import io.millrace.lake.CommitterServices;
import io.millrace.lake.Ledger;
import io.millrace.lake.ShardOpening;
import io.millrace.lake.StreamRecord;
import io.millrace.lake.TableFiles;
import io.millrace.lake.Tables;
import io.millrace.lake.Windows;
import io.millrace.lake.WriterRun;
import io.millrace.lake.WriterServices;
import io.millrace.proof.choice.ListedChoices;
import io.millrace.proof.fault.Faults;
import io.millrace.proof.fault.Trace;
import io.millrace.store.ObjectStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One shard with two records, two writers that were handed overlapping batches of it, and a committer; each may die
 * once, anywhere, and is then started anew. An action is a step of one of the three, or its death.
 *
 * <p>A step that only writes data files that nothing names yet, or reads an object that never changes, is taken together
 * with the step before it: it changes nothing for the others and they nothing for it, and a death before it and one after
 * it differ in a file that nobody will read.
 */
final class SmallModel {
    private static final int ACTORS = 3;
    private static final Set<WriterRun.Step> ALONE_OF_WRITER =
            EnumSet.of(WriterRun.Step.WRITE_TABLE, WriterRun.Step.READ_BODY, WriterRun.Step.WAKE_COMMITTER);
    private static final Set<CommitterRun.Step> ALONE_OF_COMMITTER = EnumSet.of(
            CommitterRun.Step.READ_BODIES, CommitterRun.Step.READ_MANIFEST, CommitterRun.Step.WAKE_COMMITTER);

    private final StoreState objects = new StoreState("sim://");
    private final World world;
    private final SimShard shard;
    private final int mostDeaths;
    private int deaths;
    private final List<Actor> actors = new ArrayList<>();

    /** @param mostDeaths in all; each of the three dies at most once */
    SmallModel(int mostDeaths) {
        this.mostDeaths = mostDeaths;
        ListedChoices plain = new ListedChoices(new int[0]);
        Trace trace = new Trace(false);
        world = new World(plain, new Faults(plain, trace), trace, new SimpleFormat(), new Variant() {
            @Override
            protected ObjectStore objects() {
                return objects;
            }
        });
        Set<String> shards = world.stream.create(1);
        world.ledgerState.begin(world.stream.name(), shards);
        shard = world.stream.open().get(0);
        // Two writers at once may each take the other for dead.
        shard.crowded = true;
        SimEvent a = SimEvent.of(0, 1);
        SimEvent b = SimEvent.of(0, 2);
        world.stream.put(0, SimRecord.Kind.FRAME, List.of(a));
        world.stream.put(0, SimRecord.Kind.FRAME, List.of(a, b));
        actors.add(new Actor("a", actor -> writer(actor, 1)));
        actors.add(new Actor("b", actor -> writer(actor, 2)));
        actors.add(new Actor("c", this::committer));
    }

    /** Numbers of the actions that are possible now; none at the end. */
    List<Integer> actions() {
        List<Integer> possible = new ArrayList<>();
        for (int i = 0; i < ACTORS; i++) {
            Actor actor = actors.get(i);
            if (!actor.done) {
                possible.add(i);
                if (!actor.died && actor.steps > 0 && deaths < mostDeaths) {
                    possible.add(ACTORS + i);
                }
            }
        }
        return possible;
    }

    void act(int action) {
        Actor actor = actors.get(action % ACTORS);
        if (action >= ACTORS) {
            deaths++;
            actor.dies();
        } else {
            actor.step();
        }
    }

    /**
     * What can have an effect on what follows: what each actor has seen, from which its next step follows, and what is in
     * the ledger, the object store and the tables. Data files that nothing names are never read.
     */
    State state() {
        List<Object> parts = new ArrayList<>();
        for (Actor actor : actors) {
            parts.add(actor.seen.hash());
            parts.add(actor.ids);
            parts.add(actor.died);
            parts.add(actor.done);
        }
        return new State(List.copyOf(parts), world.ledgerState.digest(), objects.digest(), tables());
    }

    /** Starts what is needed to finish the work, and compares the lake with the stream. */
    void finish() {
        run(writer(actors.get(0), 2));
        do {
            run(committer(actors.get(2)));
        } while (!Progress.isFolded(world));
        new Audit(world).check();
    }

    private List<Object> tables() {
        List<Object> found = new ArrayList<>();
        for (String table : world.lakeTables.names()) {
            found.add(table);
            found.add(world.lakeTables.fold(table));
            found.add(List.copyOf(world.lakeTables.files(table)));
        }
        return found;
    }

    private static void run(Running run) {
        boolean more = true;
        while (more) {
            more = run.advance();
        }
    }

    private Running writer(Actor actor, int records) {
        Ledger ledger = actor.seen.through(Ledger.class, world.ledgerState);
        ObjectStore store = actor.seen.through(ObjectStore.class, world.store);
        List<StreamRecord> batch = shard.records.subList(0, records).stream()
                .map(SimRecord::delivered)
                .toList();
        WriterServices services = new WriterServices(
                ledger,
                store,
                actor.seen.through(TableFiles.class, world.files),
                new ShardOpening(ledger, world.stream),
                () -> {},
                new Windows(ledger, store, world.stream, World.DEDUP_WINDOW, actor::id),
                world.format.reader(),
                world.clock,
                actor::id);
        WriterRun run = new WriterRun(services, shard.id, batch);
        return new Running(run::advance, () -> ALONE_OF_WRITER.contains(run.next()));
    }

    private Running committer(Actor actor) {
        CommitterServices services = new CommitterServices(
                actor.seen.through(Ledger.class, world.ledgerState),
                actor.seen.through(ObjectStore.class, world.store),
                actor.seen.through(Tables.class, world.lakeTables),
                () -> {},
                world.clock,
                actor::id,
                Integer.MAX_VALUE - 1);
        CommitterRun run = new CommitterRun(services);
        return new Running(run::advance, () -> ALONE_OF_COMMITTER.contains(run.next()));
    }

    /** Two models in the same state do the same under the same actions. */
    record State(List<Object> actors, long ledger, long objects, List<Object> tables) {}

    private interface Start {
        Running of(Actor actor);
    }

    /**
     * A run in the model.
     *
     * @param step does the next step, and tells whether there is another
     * @param alone whether the next step and the others' steps mean nothing to each other
     */
    private record Running(BooleanSupplier step, BooleanSupplier alone) {
        boolean advance() {
            return step.getAsBoolean();
        }

        boolean isAlone() {
            return alone.getAsBoolean();
        }
    }

    private static final class Actor {
        private final String name;
        private final Start start;
        private final Seen seen = new Seen();
        private @Nullable Running run;
        private int steps;
        private int ids;
        private boolean died;
        private boolean done;

        Actor(String name, Start start) {
            this.name = name;
            this.start = start;
        }

        void step() {
            steps++;
            Running now = run == null ? start.of(this) : run;
            run = now;
            do {
                done = !now.advance();
            } while (!done && now.isAlone());
        }

        void dies() {
            died = true;
            seen.forget();
            run = start.of(this);
        }

        String id() {
            return name + ids++;
        }
    }
}
