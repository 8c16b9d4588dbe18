package io.millrace.simulate.shop;

import java.util.List;
import java.util.SplittableRandom;

/** Draws from a seeded source, the same on every machine. */
public final class Chance {

    private Chance() {}

    public static <T> T oneOf(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Nearly normal with mean 0 and deviation 1, and never 6 or more: what is beyond was put there on purpose. */
    static double bell(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    /** A position in a list of {@code size}, the first ones far more often than the last. */
    static int early(int size, SplittableRandom random) {
        double skew = random.nextDouble();
        return (int) (skew * skew * size);
    }

    /** 0 mostly, now and then a lot: a Pareto law with exponent 1.2, cut off at {@code max}. */
    static int longTailed(int max, SplittableRandom random) {
        double value = StrictMath.pow(1 - random.nextDouble(), -1 / 1.2) - 1;
        return (int) Math.min(max, value);
    }
}
