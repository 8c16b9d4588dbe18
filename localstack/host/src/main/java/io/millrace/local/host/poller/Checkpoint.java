package io.millrace.local.host.poller;

/** How far a mapping has come in a shard. */
sealed interface Checkpoint {

    /** Go on here. */
    record Next(Position position) implements Checkpoint {}

    /** The shard is closed and every record of it was processed or discarded. */
    record ShardEnd() implements Checkpoint {}
}
