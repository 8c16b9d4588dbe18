package io.millrace.ingest;

import java.util.List;

/** Takes records and keeps them. */
interface RecordStream {
    /** Most records of one call. */
    int MAX_RECORDS = 500;

    /** Most bytes of one call, partition keys included. */
    int MAX_CALL_BYTES = 5 * 1024 * 1024;

    /** Most bytes of one record, partition key included. */
    int MAX_RECORD_BYTES = 1024 * 1024;

    /** What became of one record. */
    enum Outcome {
        /** Durable. */
        TAKEN,
        /** Not taken: more than the shard's throughput. */
        THROTTLED,
        /** Not taken, or not known to be. */
        FAILED
    }

    /**
     * Puts records within the limits above. Some may be taken and others not, in any order; the same records may be put
     * again.
     *
     * @return the outcome of each record, in the order given
     * @throws StreamFailedException when the call as a whole failed: each record may or may not have been taken
     */
    List<Outcome> put(List<StreamRecord> records) throws StreamFailedException;
}
