package io.millrace.proof.world;

import io.millrace.proof.choice.Choices;
import io.millrace.proof.fault.Fault;
import io.millrace.proof.fault.Faults;
import io.millrace.proof.fault.Trace;

/**
 * One schedule: clients, stream, writers, committers and maintenance take turns as the choices say, faults hit, then
 * everything is let finish, and what the lake holds is compared with what the stream took.
 */
public final class Schedule {
    private static final int LEAST_RECORDS = 100;
    private static final int BURST = 8;
    private static final int MOST_ROUNDS = 5_000;

    private final World world;
    private final Writers writers;
    private final Committers committers;
    private final Maintenance maintenance;
    private final Happenings happenings;
    private final Door door;
    private final Plan plan;
    private long tick;

    private Schedule(World world) {
        this.world = world;
        this.plan = Plan.of(world.choices, world.faults);
        this.writers = new Writers(world);
        this.committers = new Committers(world);
        this.maintenance = new Maintenance(world);
        this.happenings = new Happenings(world, writers, committers, maintenance);
        this.door = new Door(world, LEAST_RECORDS);
    }

    /**
     * Runs a schedule to its end.
     *
     * @throws RuntimeException if something happened that must never happen, usually a {@link BrokenInvariantException}
     */
    public static Outcome run(Choices choices, Trace trace, Format format, Variant variant) {
        World world = new World(choices, new Faults(choices, trace), trace, format, variant);
        return new Schedule(world).run();
    }

    private Outcome run() {
        happenings.begin(2 + world.choices.next(3));
        while (!door.isDone() || !plan.isOver()) {
            tick();
            turn(world.choices.next(8));
            if (tick > MOST_ROUNDS) {
                throw new BrokenInvariantException("Records are not read after " + tick + " turns");
            }
        }
        rest();
        new Audit(world).check();
        return new Outcome(world.stream.records.size(), happenings.resharded(), world.faults.hits());
    }

    private void tick() {
        tick++;
        world.clock.tick();
        world.stream.at(tick);
        plan.tick(tick - 1);
        world.late.tick();
        happenings.tick(tick);
        maintenance.tick(tick);
    }

    private void turn(int whose) {
        boolean moved = switch (whose) {
            case 0, 1, 2 -> writers.step(world.choices, tick, BURST);
            case 3, 4 -> committers.step(world.choices, tick, BURST);
            case 5 -> writers.deliver();
            case 6 -> startCommitter();
            default -> put();
        };
        if (!moved && !put()) {
            writers.deliver();
            writers.step(world.choices, tick, BURST);
        }
    }

    private boolean put() {
        if (door.isDone() || happenings.holdsTheDoor()) {
            return false;
        }
        door.put();
        return true;
    }

    private boolean startCommitter() {
        return (world.takeAskedFor() || world.choices.next(8) == 0) && committers.start(tick);
    }

    /** Lets everything finish: what is due still goes wrong, but nothing new. */
    private void rest() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            tick();
            boolean wrote = writers.step(world.choices, tick, BURST);
            boolean committed = committers.step(world.choices, tick, BURST);
            boolean delivered = writers.deliver();
            if (!wrote && !committed && !delivered && writers.isIdle() && committers.isIdle()) {
                if (isAtRest()) {
                    return;
                }
                committers.start(tick);
            }
        }
        throw new BrokenInvariantException("Nothing comes to rest: " + world.stream.isRead());
    }

    private boolean isAtRest() {
        if (!world.stream.isRead() || !world.ledgerLoss.isOver()) {
            return false;
        }
        boolean sureAreDue = false;
        for (Fault fault : Fault.values()) {
            sureAreDue |= fault.isSure() && world.faults.isDue(fault);
        }
        if (sureAreDue) {
            door.put();
            return false;
        }
        world.faults.heal();
        world.late.landAll();
        return Progress.isFolded(world);
    }
}
