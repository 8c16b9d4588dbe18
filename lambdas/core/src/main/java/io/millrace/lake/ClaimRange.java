package io.millrace.lake;

/**
 * A run of claims of one shard.
 *
 * @param first number of the first
 * @param last number of the last, itself included
 */
public record ClaimRange(long first, long last) {
    public ClaimRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("Cannot make claim range: " + first + ".." + last);
        }
    }
}
