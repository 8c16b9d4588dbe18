package io.millrace.bench;

/**
 * How long to measure.
 *
 * @param events in one turn of a kernel
 * @param warmup turns before the first that counts
 * @param turns that count
 * @param forks processes that each kernel is run in
 * @param iterations that count, of a kernel in each of them; as many warm up
 */
public record Effort(int events, int warmup, int turns, int forks, int iterations) {
    /** Medians need five at least. */
    private static final int FEWEST_TURNS = 5;

    /** Ten minutes for everything, on two cores. */
    public static final Effort QUICK = new Effort(50_000, 12, 7, 1, 5);

    public static final Effort FULL = new Effort(100_000, 20, 21, 3, 10);

    public Effort {
        if (events < 1 || warmup < 0 || turns < FEWEST_TURNS) {
            throw new IllegalArgumentException("Cannot measure " + turns + " turns of " + events + " events: at least "
                    + FEWEST_TURNS + " turns of 1 event");
        }
    }
}
