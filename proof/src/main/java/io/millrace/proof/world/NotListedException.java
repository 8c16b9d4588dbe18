package io.millrace.proof.world;

import io.millrace.lake.ShardId;
import io.millrace.store.OutageException;
import java.util.NoSuchElementException;

/** The list of shards is older than the shard. */
final class NotListedException extends OutageException {
    private static final long serialVersionUID = 1L;

    NotListedException(ShardId shard) {
        super("Cannot tell the parents of " + shard, new NoSuchElementException("not listed yet"));
    }
}
