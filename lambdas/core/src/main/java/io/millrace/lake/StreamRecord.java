package io.millrace.lake;

/**
 * A record as the stream delivered it.
 *
 * @param position its place in the shard
 * @param arrivedAtMillis when the stream took it, epoch milliseconds
 * @param partitionKey as its producer named it; empty when not known
 * @param data its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record StreamRecord(Position position, long arrivedAtMillis, String partitionKey, byte[] data) {

    /** A record whose partition key says nothing, as that of a frame. */
    public StreamRecord(Position position, long arrivedAtMillis, byte[] data) {
        this(position, arrivedAtMillis, "", data);
    }
}
