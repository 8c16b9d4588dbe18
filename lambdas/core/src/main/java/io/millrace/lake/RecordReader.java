package io.millrace.lake;

import java.time.Instant;
import java.util.List;

/** Turns a shard's records into rows and counts. Says the same of the same records, however they are cut into batches. */
public interface RecordReader {
    /**
     * Reads records. Whatever is in one of them, the others are read.
     *
     * @param ingestedAt what the rows are stamped with
     */
    Batch read(ShardId shard, List<StreamRecord> records, Instant ingestedAt);

    /** A batch of one record that is kept as bytes and not looked into: reading it ended the process before. */
    Batch keepUnread(ShardId shard, StreamRecord record, Instant ingestedAt);
}
