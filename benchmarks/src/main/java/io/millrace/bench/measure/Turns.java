package io.millrace.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Several pieces of work, one after another in each turn, so that whatever slows the machine down for a while slows all
 * of them. Every second turn goes the other way round.
 */
public final class Turns {
    private final Map<String, Metered> works = new LinkedHashMap<>();

    public Turns with(String name, Metered work) {
        if (works.putIfAbsent(name, work) != null) {
            throw new IllegalArgumentException("Cannot measure two things called " + name);
        }
        return this;
    }

    /**
     * Runs the turns.
     *
     * @param warmup turns before the first that counts
     * @param counted turns that count
     * @param progress told of each turn
     */
    public Timings take(int warmup, int counted, Consumer<String> progress) throws IOException {
        List<Measured> order = new ArrayList<>();
        works.forEach((name, work) -> order.add(new Measured(name, work, new ArrayList<>(), new ArrayList<>())));
        List<Measured> named = List.copyOf(order);
        for (int turn = -warmup; turn < counted; turn++) {
            progress.accept(
                    turn < 0
                            ? "warming up, turn " + (turn + warmup + 1) + " of " + warmup
                            : "turn " + (turn + 1) + " of " + counted);
            for (Measured each : order) {
                each.once(turn >= 0);
            }
            Collections.reverse(order);
        }
        Map<String, Timing> timings = new LinkedHashMap<>();
        named.forEach(each -> timings.put(each.name, each.timing()));
        return new Timings(timings);
    }

    private record Measured(String name, Metered work, List<Double> threads, List<Double> processes) {
        void once(boolean counts) throws IOException {
            Metered.Reading took = work.once();
            if (counts) {
                threads.add((double) took.threadNanos() / took.events());
                processes.add((double) took.processNanos() / took.events());
            }
        }

        Timing timing() {
            return new Timing(new Samples(threads), new Samples(processes));
        }
    }
}
