package io.millrace.proof;

import io.millrace.proof.choice.ListedChoices;
import io.millrace.proof.choice.SeededChoices;
import io.millrace.proof.fault.Trace;
import io.millrace.proof.world.Format;
import io.millrace.proof.world.Schedule;
import io.millrace.proof.world.Variant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a failing schedule short: takes out runs of choices and makes single choices plainer, as long as some invariant
 * still breaks (after Hypothesis, MacIver and Donaldson 2020). Choices decide on faults, records and steps alike, so all
 * of them get fewer.
 */
final class Shrinking {
    private static final int MOST_TRIES = 6_000;

    private final Format format;
    private final Supplier<Variant> variants;
    private int tries;

    private Shrinking(Format format, Supplier<Variant> variants) {
        this.format = format;
        this.variants = variants;
    }

    /** Empty if the schedule of the seed does not fail. */
    static Optional<Failure> of(long seed, Format format, Supplier<Variant> variants) {
        SeededChoices seeded = new SeededChoices(seed);
        try {
            Schedule.run(seeded, new Trace(false), format, variants.get());
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(new Shrinking(format, variants).failure(seed, seeded.taken()));
        }
    }

    private Failure failure(long seed, int[] failing) {
        int[] shortest = failing;
        int before;
        do {
            before = shortest.length;
            shortest = withoutRuns(shortest);
            shortest = plainer(shortest);
        } while (shortest.length < before && tries < MOST_TRIES);
        Trace trace = new Trace(true);
        String reason = String.valueOf(reason(shortest, trace));
        return new Failure(seed, reason, IntStream.of(shortest).boxed().toList(), trace.lines());
    }

    private int[] withoutRuns(int[] choices) {
        int[] best = choices;
        for (int length = Math.max(1, best.length / 2); length > 0; length /= 2) {
            for (int from = best.length - length; from >= 0; from -= length) {
                int[] less = without(best, from, length);
                if (fails(less)) {
                    best = less;
                }
                from = Math.min(from, best.length);
            }
        }
        return best;
    }

    private int[] plainer(int[] choices) {
        int[] best = choices;
        for (int i = 0; i < best.length; i++) {
            if (best[i] > 0) {
                int[] plain = best.clone();
                plain[i] = 0;
                best = fails(plain) ? plain : best;
            }
        }
        return best;
    }

    private boolean fails(int[] choices) {
        return tries++ < MOST_TRIES && reason(choices, new Trace(false)) != null;
    }

    private @Nullable String reason(int[] choices, Trace trace) {
        try {
            Schedule.run(new ListedChoices(choices), trace, format, variants.get());
            return null;
        } catch (RuntimeException e) {
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }

    private static int[] without(int[] choices, int from, int length) {
        int[] less = Arrays.copyOf(choices, choices.length - length);
        System.arraycopy(choices, from + length, less, from, choices.length - from - length);
        return less;
    }
}
