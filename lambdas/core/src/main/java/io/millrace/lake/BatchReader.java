package io.millrace.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.contract.Contracts;
import io.millrace.contract.EpochMicros;
import io.millrace.contract.TableDefinition;
import io.millrace.dedup.Fingerprint;
import io.millrace.event.Accepted;
import io.millrace.event.Arrival;
import io.millrace.event.Claimed;
import io.millrace.event.Rejected;
import io.millrace.event.RowBuilder;
import io.millrace.event.RowMeta;
import io.millrace.event.Stage;
import io.millrace.event.Verdict;
import io.millrace.frame.CorruptFrameException;
import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import io.millrace.frame.Rejection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes, checks and types records. Whatever is in a record, the batch goes on: what cannot be read is kept as bytes,
 * with the reason, and costs its neighbours nothing.
 */
public final class BatchReader implements RecordReader {
    private static final Logger LOG = LoggerFactory.getLogger(BatchReader.class);
    private static final String UNKNOWN = "unknown";

    private final Map<String, DatasetReader> datasets = new HashMap<>();
    private final TableDefinition undecodable;

    public BatchReader(Contracts contracts) {
        contracts.all().forEach(contract -> datasets.put(contract.dataset(), DatasetReader.of(contract)));
        this.undecodable = Contracts.undecodable();
    }

    @Override
    public Batch read(ShardId shard, List<StreamRecord> records, Instant ingestedAt) {
        Batch batch = new Batch();
        for (StreamRecord record : records) {
            read(shard, record, ingestedAt, batch);
        }
        return batch;
    }

    @Override
    public Batch keepUnread(ShardId shard, StreamRecord record, Instant ingestedAt) {
        Batch batch = new Batch();
        undecodable(shard, record, ingestedAt, "poison", "reading it ended the process", batch);
        return batch;
    }

    private void read(ShardId shard, StreamRecord record, Instant ingestedAt, Batch batch) {
        Batch own = new Batch();
        try {
            Frame frame = FrameCodec.decode(record.data());
            for (Entry entry : frame.entries()) {
                read(shard, record, frame, entry, ingestedAt, own);
            }
        } catch (CorruptFrameException e) {
            own = new Batch();
            undecodable(shard, record, ingestedAt, "corrupt_record", String.valueOf(e.getMessage()), own);
        } catch (RuntimeException e) {
            // Our own mistake, not the sender's: seen in the log, the bytes kept, and the shard goes on.
            LOG.error("Cannot read record {} of {}", record.position(), shard, e);
            own = new Batch();
            undecodable(shard, record, ingestedAt, "internal_error", e.toString(), own);
        }
        batch.addAll(own);
    }

    private void read(ShardId shard, StreamRecord record, Frame frame, Entry entry, Instant ingestedAt, Batch batch) {
        DatasetReader dataset = datasets.get(entry.dataset());
        if (dataset == null) {
            throw new IllegalArgumentException("Cannot read event: no contract for dataset " + entry.dataset());
        }
        String position = shard + "/" + record.position() + "/" + entry.index();
        RowMeta meta = new RowMeta(
                frame.batchId(),
                micros(frame.receivedAt()),
                micros(ingestedAt),
                frame.source(),
                null,
                position,
                entry.contractVersion(),
                frame.serviceVersion(),
                frame.context());
        long minute = frame.receivedAt().getEpochSecond() / 60;
        Verdict verdict = dataset.checker()
                .check(
                        entry.protocol(),
                        entry.payload(),
                        0,
                        entry.payload().length,
                        new Arrival(frame.receivedAt(), frame.source(), frame.sentAt()));
        Rejection door = entry.rejection();
        if (door != null) {
            Rejected rejected = new Rejected(verdict.claimed(), door.rule(), door.pointer(), door.reason());
            batch.add(dataset.quarantine(), RowBuilder.quarantine(meta, Stage.DOOR, rejected, entry.payload()));
            batch.count(new MinuteCounts(dataset.dataset(), minute, 1, 0, 1, 0, 0, 0, 0));
            return;
        }
        batch.add(dataset.bronze(), dataset.rows().bronze(meta, verdict.claimed(), new String(entry.payload(), UTF_8)));
        batch.count(new MinuteCounts(dataset.dataset(), minute, 1, 1, 0, 0, 0, 0, 0));
        if (verdict instanceof Rejected rejected) {
            batch.add(dataset.quarantine(), RowBuilder.quarantine(meta, Stage.ROW, rejected, entry.payload()));
            batch.count(new MinuteCounts(dataset.dataset(), minute, 0, 0, 0, 0, 1, 0, 0));
        } else if (verdict instanceof Accepted accepted) {
            batch.addCandidate(new Batch.Candidate(
                    dataset.dataset(),
                    minute,
                    Fingerprint.of(dataset.dataset(), frame.source(), accepted.eventId()),
                    dataset.silver(),
                    dataset.rows().silver(meta, accepted)));
        }
    }

    private void undecodable(
            ShardId shard, StreamRecord record, Instant ingestedAt, String rule, String reason, Batch batch) {
        RowMeta meta = new RowMeta(
                UNKNOWN,
                record.arrivedAtMillis() * 1000,
                micros(ingestedAt),
                UNKNOWN,
                null,
                shard + "/" + record.position(),
                null,
                UNKNOWN,
                null);
        Rejected rejected = new Rejected(Claimed.NOTHING, rule, "", reason);
        batch.add(undecodable, RowBuilder.quarantine(meta, Stage.DECODE, rejected, record.data()));
        batch.count(new MinuteCounts(MinuteCounts.UNDECODABLE, record.arrivedAtMillis() / 60_000, 1, 0, 0, 0, 1, 0, 0));
    }

    private static long micros(Instant instant) {
        return EpochMicros.of(instant);
    }
}
