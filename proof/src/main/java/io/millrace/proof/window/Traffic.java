package io.millrace.proof.window;

import io.millrace.contract.Layer;
import io.millrace.contract.TableDefinition;
import io.millrace.dedup.Fingerprint;
import io.millrace.lake.Batch;
import io.millrace.lake.MinuteCounts;
import io.millrace.lake.Position;
import io.millrace.lake.RecordReader;
import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** The events of one shard, a record a batch: new ones, and among them copies of any age inside the window. */
final class Traffic implements RecordReader {
    private static final TableDefinition SILVER =
            new TableDefinition("events", Layer.SILVER, "events_silver", List.of(), null);
    private static final int NEW_A_COPY = 100;

    private final int eventsABatch;
    private final int batchesAWindow;

    /** @param batchesAWindow how many batches old a copy's first may be at most */
    Traffic(int eventsABatch, int batchesAWindow) {
        this.eventsABatch = eventsABatch;
        this.batchesAWindow = batchesAWindow;
    }

    StreamRecord batch(int number, long arrivedAtMillis) {
        return new StreamRecord(
                Position.of(number),
                arrivedAtMillis,
                ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    /** Copies in a batch. */
    int copies(int number) {
        return number == 0 ? 0 : eventsABatch / NEW_A_COPY;
    }

    @Override
    public Batch read(ShardId shard, List<StreamRecord> records, Instant ingestedAt) {
        Batch batch = new Batch();
        for (StreamRecord record : records) {
            int number = ByteBuffer.wrap(record.data()).getInt();
            for (int i = 0; i < eventsABatch; i++) {
                add(batch, shard, number, i);
            }
            SplittableRandom random = new SplittableRandom(number);
            for (int i = 0; i < copies(number); i++) {
                int back = 1 + random.nextInt(Math.min(number, batchesAWindow));
                add(batch, shard, number - back, random.nextInt(eventsABatch));
            }
        }
        return batch;
    }

    @Override
    public Batch keepUnread(ShardId shard, StreamRecord record, Instant ingestedAt) {
        throw new IllegalStateException("Cannot keep " + record.position() + " unread: nothing fails here");
    }

    private static void add(Batch batch, ShardId shard, int number, int index) {
        SplittableRandom random =
                new SplittableRandom(shard.hashCode() * 31L + number * 1_000_003L + index * 0x9e3779b97f4a7c15L);
        Fingerprint event = new Fingerprint(random.nextLong(), random.nextLong());
        batch.addCandidate(new Batch.Candidate("events", 0, event, SILVER, new Object[] {number, index}));
        batch.count(new MinuteCounts("events", 0, 1, 1, 0, 0, 0, 0, 0));
    }
}
