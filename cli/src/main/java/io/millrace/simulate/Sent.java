package io.millrace.simulate;

import io.millrace.simulate.SimulatedEvent.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What one dataset has sent so far, as far back as a client would still repeat it. A copy follows its first at a
 * distance of a whole POST at least, so that it always travels in a later one.
 */
final class Sent {

    private static final int MEMORY = 4_096;
    private static final int MINUTES = 10;

    /** An invalid event or a mark is kept and never told from its copy, so copies of it would prove nothing. */
    private static final Set<Kind> NEVER_COPIED = Set.of(Kind.INVALID, Kind.CONTROL);

    private final int gap;
    private final int memory;
    private final Deque<SimulatedEvent> recent = new ArrayDeque<>();
    private final List<SimulatedEvent> copyable = new ArrayList<>();
    private int oldest;
    private int count;

    Sent(TrafficPlan plan) {
        this.gap = plan.batch();
        int ofMinutes = (int) Math.min(MEMORY, plan.rate() * 60 * MINUTES);
        this.memory = plan.rate() == 0 ? MEMORY : Math.max(1, ofMinutes);
    }

    /** How many different events the dataset has. */
    int count() {
        return count;
    }

    void add(SimulatedEvent event) {
        count++;
        recent.addLast(event);
        if (recent.size() > gap) {
            remember(recent.removeFirst());
        }
    }

    boolean canCopy() {
        return !copyable.isEmpty();
    }

    SimulatedEvent copy(SplittableRandom random, Duration due) {
        SimulatedEvent first = copyable.get(random.nextInt(copyable.size()));
        return new SimulatedEvent(first.dataset(), first.number(), Kind.DUPLICATE, "", first.json(), due);
    }

    private void remember(SimulatedEvent event) {
        if (NEVER_COPIED.contains(event.kind())) {
            return;
        }
        if (copyable.size() < memory) {
            copyable.add(event);
        } else {
            copyable.set(oldest, event);
            oldest = (oldest + 1) % memory;
        }
    }
}
