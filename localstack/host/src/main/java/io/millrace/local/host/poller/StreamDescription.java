package io.millrace.local.host.poller;

import java.time.Instant;
import java.util.List;

/**
 * A stream at one moment.
 *
 * @param created tells a stream from an earlier one of the same name
 * @param shards every listed shard, closed ones within retention included
 */
record StreamDescription(Instant created, List<Shard> shards) {

    StreamDescription {
        shards = List.copyOf(shards);
    }
}
