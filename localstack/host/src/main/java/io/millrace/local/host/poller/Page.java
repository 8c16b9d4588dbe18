package io.millrace.local.host.poller;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one read gave, in the shard's order.
 *
 * @param nextIterator where to go on, or null at the end of a closed shard
 * @param behindLatest how far the page's end is behind the shard's newest record
 */
record Page(List<StreamRecord> records, @Nullable String nextIterator, Duration behindLatest) {

    Page {
        records = List.copyOf(records);
    }
}
