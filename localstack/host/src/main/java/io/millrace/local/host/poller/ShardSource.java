package io.millrace.local.host.poller;

/** A Kinesis stream as a poller needs it. Any call may throw when the stream cannot be reached; it is made again later. */
interface ShardSource {

    /** @throws StreamMissingException if there is no such stream, as before its deployment */
    StreamDescription describe();

    /** @throws ShardGoneException if the shard is not listed any more */
    String iterator(String shardId, Position from);

    /**
     * At most {@code limit} records, perhaps none although there are some further on.
     *
     * @throws IteratorExpiredException if the iterator is too old
     * @throws ShardGoneException if the shard is not listed any more
     */
    Page read(String iterator, int limit);

    /** There is no stream of this name. */
    final class StreamMissingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StreamMissingException(String message) {
            super(message);
        }
    }

    /** A shard iterator lives five minutes. */
    final class IteratorExpiredException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The shard left the stream with what it held. */
    final class ShardGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ShardGoneException(String message) {
            super(message);
        }
    }
}
