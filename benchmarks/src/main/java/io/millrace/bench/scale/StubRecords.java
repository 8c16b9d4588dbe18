package io.millrace.bench.scale;

import io.millrace.contract.Contract;
import io.millrace.dedup.Fingerprint;
import io.millrace.lake.Batch;
import io.millrace.lake.MinuteCounts;
import io.millrace.lake.RecordReader;
import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a batch of records is read as: bronze and silver of the day, now and then silver of the day before and quarantine. A
 * row is the day that it goes to, and stands for some thousand.
 */
final class StubRecords implements RecordReader {
    private static final int LATE_ONE_IN = 20;
    private static final int REJECTED_ONE_IN = 50;

    private final Contract contract;
    private final SplittableRandom random = new SplittableRandom(1);

    StubRecords(Contract contract) {
        this.contract = contract;
    }

    @Override
    public Batch read(ShardId shard, List<StreamRecord> records, Instant ingestedAt) {
        Batch batch = new Batch();
        LocalDate today = LocalDate.ofInstant(ingestedAt, ZoneOffset.UTC);
        long minute = ingestedAt.getEpochSecond() / 60;
        batch.add(contract.bronze(), new Object[] {today});
        boolean late = random.nextInt(LATE_ONE_IN) == 0;
        boolean rejected = random.nextInt(REJECTED_ONE_IN) == 0;
        silver(batch, minute, today);
        if (late) {
            silver(batch, minute, today.minusDays(1));
        }
        if (rejected) {
            batch.add(contract.quarantine(), new Object[] {today});
        }
        int good = late ? 2 : 1;
        int bad = rejected ? 1 : 0;
        batch.count(new MinuteCounts(contract.dataset(), minute, good + bad, good + bad, 0, 0, bad, 0, 0));
        return batch;
    }

    @Override
    public Batch keepUnread(ShardId shard, StreamRecord record, Instant ingestedAt) {
        throw new IllegalStateException("Cannot keep " + record.position() + " unread: nothing fails here");
    }

    private void silver(Batch batch, long minute, LocalDate day) {
        Fingerprint event = new Fingerprint(random.nextLong(), random.nextLong());
        batch.addCandidate(
                new Batch.Candidate(contract.dataset(), minute, event, contract.silver(), new Object[] {day}));
    }
}
