package io.millrace.replay;

import java.util.Comparator;

/**
 * How far a replay has looked: the key of the last row that it read. Rows are read in the order of receipt.
 *
 * @param receivedAtMicros when the door took the event
 * @param position stream/shard/sequence/index of the event
 * @param stage where it was rejected; with the position, what a quarantined row is known by
 */
public record Cursor(long receivedAtMicros, String position, String stage) implements Comparable<Cursor> {
    private static final Comparator<Cursor> ORDER = Comparator.comparingLong(Cursor::receivedAtMicros)
            .thenComparing(Cursor::position)
            .thenComparing(Cursor::stage);

    @Override
    public int compareTo(Cursor other) {
        return ORDER.compare(this, other);
    }
}
