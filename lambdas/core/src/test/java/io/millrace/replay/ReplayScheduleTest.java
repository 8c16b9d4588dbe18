package io.millrace.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.lake.Claim;
import io.millrace.lake.CommitterRun;
import io.millrace.lake.ForwardingLedger;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import io.millrace.lake.LedgerException;
import io.millrace.lake.Mill;
import io.millrace.lake.MinuteCounts;
import io.millrace.replay.ReplayTables.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Replays, committers and traffic in seeded orders: each step of each may come next, any may die or sleep, claims may be
 * throttled or lose their answer. One seed is one order.
 */
final class ReplayScheduleTest {
    private static final int SCHEDULES = 200;
    private static final int STEPS = 120;
    private static final Limits THREE = new Limits(3, 1_000_000);

    @Test
    void whatever_the_order_every_row_is_replayed_once() {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Schedule schedule = new Schedule(seed);
            schedule.play();
            schedule.settle();
            schedule.check();
        }
    }

    private static final class Schedule {
        private final long seed;
        private final Random random;
        private final Mill mill = ReplayWorld.lake();
        private final List<ReplayRun> replays = new ArrayList<>();
        private final List<CommitterRun> committers = new ArrayList<>();
        private final List<String> rejected = new ArrayList<>();
        private int position;

        Schedule(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void play() {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(8)) {
                    case 0 -> traffic();
                    case 1 -> beginReplay();
                    case 2 -> committers.add(new CommitterRun(mill.committer()));
                    case 3 -> forget();
                    case 4, 5 -> advanceCommitter();
                    default -> advanceReplay();
                }
            }
        }

        private void traffic() {
            String id = "e" + position++;
            rejected.add(id);
            mill.write(List.of(random.nextBoolean() ? ReplayWorld.door(position, id) : ReplayWorld.row(position, id)));
        }

        private void beginReplay() {
            Ledger ledger = random.nextInt(3) == 0 ? new UnsteadyLedger(mill.ledger, random) : mill.ledger;
            replays.add(ReplayWorld.run(mill, ledger, ReplayWorld.request(null, false), THREE));
        }

        /** One dies. */
        private void forget() {
            if (!replays.isEmpty() && random.nextBoolean()) {
                replays.remove(random.nextInt(replays.size()));
            } else if (!committers.isEmpty()) {
                committers.remove(random.nextInt(committers.size()));
            }
        }

        private void advanceReplay() {
            if (!replays.isEmpty()) {
                replays.get(random.nextInt(replays.size())).advance();
            }
        }

        private void advanceCommitter() {
            if (!committers.isEmpty()) {
                committers.get(random.nextInt(committers.size())).advance();
            }
        }

        /** Those that sleep wake one after another; then somebody replays until nothing is left. */
        void settle() {
            replays.forEach(ReplayWorld::finish);
            long read;
            do {
                mill.commit();
                mill.commit();
                read = ReplayWorld.finish(ReplayWorld.run(mill, mill.ledger)).read();
            } while (read > 0);
        }

        void check() {
            assertThat(mill.ids(Mill.SILVER)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(rejected);
            assertThat(mill.ids(Mill.BRONZE)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(rejected);
            assertThat(mill.tables.rows(ReplayWorld.MARKS)).as("seed %d", seed).hasSize(rejected.size());
            assertThat(mill.counts())
                    .as("seed %d", seed)
                    .allMatch(MinuteCounts::receivedBalances)
                    .allMatch(MinuteCounts::bronzeBalances)
                    .allMatch(counts -> counts.quarantineDoor() == 0 && counts.quarantineRow() == 0);
        }
    }

    /** Throttles claims, or does them and loses the answer. */
    private static final class UnsteadyLedger extends ForwardingLedger {
        private final Random random;

        UnsteadyLedger(Ledger ledger, Random random) {
            super(ledger);
            this.random = random;
        }

        @Override
        public boolean claim(Head head, Claim claim) {
            return switch (random.nextInt(3)) {
                case 0 -> throw new LedgerException("Cannot claim", new IOException("throttled"));
                case 1 -> {
                    boolean stands = super.claim(head, claim);
                    throw new LedgerException("Cannot tell: " + stands, new IOException("connection reset"));
                }
                default -> super.claim(head, claim);
            };
        }
    }
}
