package io.millrace.proof.choice;

import java.util.Arrays;

/** Choices from a seed (SplitMix64, Steele et al. 2014), and a record of them. */
public final class SeededChoices implements Choices {
    private static final int USUAL_LENGTH = 2048;

    private int[] taken = new int[USUAL_LENGTH];
    private int count;
    private long state;

    public SeededChoices(long seed) {
        this.state = seed;
    }

    @Override
    public int next(int bound) {
        int choice = (int) (((mixed() >>> 32) * bound) >>> 32);
        if (count == taken.length) {
            taken = Arrays.copyOf(taken, 2 * count);
        }
        taken[count++] = choice;
        return choice;
    }

    /** What was chosen so far. */
    public int[] taken() {
        return Arrays.copyOf(taken, count);
    }

    private long mixed() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
