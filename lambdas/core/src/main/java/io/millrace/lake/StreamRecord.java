package io.millrace.lake;

/**
 * A record as the stream delivered it.
 *
 * @param position its place in the shard
 * @param arrivedAtMillis when the stream took it, epoch milliseconds
 * @param data its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record StreamRecord(Position position, long arrivedAtMillis, byte[] data) {}
