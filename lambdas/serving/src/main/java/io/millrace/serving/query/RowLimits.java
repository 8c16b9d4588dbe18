package io.millrace.serving.query;

/**
 * How many rows a query gives.
 *
 * @param usual when its sender does not say
 * @param most that a sender may ask for
 */
public record RowLimits(int usual, int most) {
    public RowLimits {
        if (usual < 1 || usual > most || most > 100_000) {
            throw new IllegalArgumentException("Cannot give " + usual + " rows by default and " + most + " at most");
        }
    }
}
