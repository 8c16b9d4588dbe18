package io.millrace.local.host.poller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that share their fate, and what is to be done with them next.
 *
 * @param retries invocations that count against the retry limit
 * @param invocations how often the function saw the first of these records
 */
record Batch(List<ReadRecord> records, Stage stage, int retries, int invocations) {

    enum Stage {
        /** To be given to the function. */
        INVOKE,
        /** Out of retries; the on-failure destination must hear of it. */
        DISCARD_EXHAUSTED,
        /** Too old; the on-failure destination must hear of it. */
        DISCARD_EXPIRED,
        /** Dealt with; the checkpoint must say so. */
        CHECKPOINT
    }

    Batch {
        records = List.copyOf(records);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("Cannot make a batch without records");
        }
    }

    static Batch fresh(List<ReadRecord> records) {
        return new Batch(records, Stage.INVOKE, 0, 0);
    }

    Batch to(Stage next) {
        return new Batch(records, next, retries, invocations);
    }

    Batch retried() {
        return new Batch(records, stage, retries + 1, invocations);
    }

    Batch invoked() {
        return new Batch(records, stage, retries, invocations + 1);
    }

    Batch slice(int from, int to) {
        return new Batch(records.subList(from, to), stage, retries, invocations);
    }

    int size() {
        return records.size();
    }

    ReadRecord first() {
        return records.get(0);
    }

    ReadRecord last() {
        return records.get(records.size() - 1);
    }

    /** Where the record with this sequence number is, or null if it is not in the batch. */
    @Nullable
    Integer indexOf(String sequenceNumber) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).sequenceNumber().equals(sequenceNumber)) {
                return i;
            }
        }
        return null;
    }
}
