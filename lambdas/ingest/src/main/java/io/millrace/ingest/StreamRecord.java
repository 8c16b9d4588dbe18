package io.millrace.ingest;

/**
 * One record for the stream. The same instance is sent again on a retry, so the stream sees the same bytes.
 *
 * @param hashKey the point of the stream's 128-bit key space that decides the shard
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record StreamRecord(String partitionKey, String hashKey, byte[] data) {
    /** What the stream counts against its limits. */
    int size() {
        return partitionKey.length() + data.length;
    }
}
