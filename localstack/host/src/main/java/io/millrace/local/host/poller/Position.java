package io.millrace.local.host.poller;

import java.time.Instant;

/** Where to begin to read a shard. */
sealed interface Position {

    /** At the oldest record that is kept. */
    record TrimHorizon() implements Position {}

    /** At the first record that arrived then or later. */
    record At(Instant timestamp) implements Position {}

    /** At the record that follows this one. */
    record After(String sequenceNumber) implements Position {}
}
