package io.millrace.lake;

import io.millrace.cdc.SinkRecord;
import io.millrace.contract.Contracts;
import io.millrace.contract.EpochMicros;
import io.millrace.contract.TableDefinition;
import io.millrace.event.Arrival;
import io.millrace.event.Claimed;
import io.millrace.event.Rejected;
import io.millrace.event.RowBuilder;
import io.millrace.event.RowMeta;
import io.millrace.event.Stage;
import io.millrace.frame.CorruptFrameException;
import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import io.millrace.frame.FrameDecoder;
import io.millrace.protocol.Protocol;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes, checks and types records. Whatever is in a record, the batch goes on: what cannot be read is kept as bytes,
 * with the reason, and costs its neighbours nothing.
 */
public final class BatchReader implements RecordReader {
    private static final Logger LOG = LoggerFactory.getLogger(BatchReader.class);
    private static final String UNKNOWN = "unknown";

    /** Stands for the batch and the service of a record that came past the door. */
    private static final String SINK = "sink";

    private final Map<String, DatasetReader> datasets = new HashMap<>();
    private final TableDefinition undecodable;

    public BatchReader(Contracts contracts) {
        contracts.streamed().forEach(contract -> datasets.put(contract.dataset(), DatasetReader.of(contract)));
        this.undecodable = Contracts.undecodable();
    }

    @Override
    public Batch read(ShardId shard, List<StreamRecord> records, Instant ingestedAt) {
        Batch batch = new Batch();
        try (FrameDecoder frames = new FrameDecoder()) {
            for (StreamRecord record : records) {
                read(frames, shard, record, ingestedAt, batch);
            }
        }
        return batch;
    }

    @Override
    public Batch keepUnread(ShardId shard, StreamRecord record, Instant ingestedAt) {
        Batch batch = new Batch();
        undecodable(shard, record, ingestedAt, "poison", "reading it ended the process", batch);
        return batch;
    }

    private void read(FrameDecoder frames, ShardId shard, StreamRecord record, Instant ingestedAt, Batch batch) {
        Batch own = new Batch();
        try {
            if (!readSink(shard, record, ingestedAt, own)) {
                read(position(shard, record), frames.decode(record.data()), ingestedAt, own);
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

    private void read(String position, Frame frame, Instant ingestedAt, Batch batch) {
        Arrival arrival = new Arrival(frame.receivedAt(), frame.source(), frame.sentAt());
        Long receivedAtMicros = micros(frame.receivedAt());
        Long ingestedAtMicros = micros(ingestedAt);
        Long sentAtMicros = frame.sentAt() == null ? null : micros(frame.sentAt());
        for (Entry entry : frame.entries()) {
            DatasetReader dataset = datasets.get(entry.dataset());
            if (dataset == null) {
                throw new IllegalArgumentException("Cannot read event: no contract for dataset " + entry.dataset());
            }
            RowMeta meta = new RowMeta(
                    frame.batchId(),
                    receivedAtMicros,
                    ingestedAtMicros,
                    frame.source(),
                    null,
                    position + entry.index(),
                    entry.contractVersion(),
                    frame.serviceVersion(),
                    frame.context(),
                    entry.protocol().label(),
                    sentAtMicros);
            dataset.read(meta, arrival, entry.protocol(), entry.payload(), entry.rejection(), batch);
        }
    }

    /** Whether a connector's own sink wrote the record; then its rows are in the batch. */
    private boolean readSink(ShardId shard, StreamRecord record, Instant ingestedAt, Batch batch) {
        DatasetReader dataset = datasets.get(SinkRecord.DATASET);
        if (dataset == null || FrameCodec.isFrame(record.data())) {
            return false;
        }
        Optional<SinkRecord> sink = SinkRecord.recognise(record.data(), record.partitionKey());
        sink.ifPresent(found -> {
            Instant arrivedAt = Instant.ofEpochMilli(record.arrivedAtMillis());
            RowMeta meta = new RowMeta(
                    SINK,
                    micros(arrivedAt),
                    micros(ingestedAt),
                    found.source(),
                    null,
                    position(shard, record) + 0,
                    dataset.contractVersion(),
                    SINK,
                    null,
                    Protocol.PLAIN.label(),
                    null);
            dataset.read(meta, Arrival.of(arrivedAt, found.source()), Protocol.PLAIN, found.payload(), null, batch);
        });
        return sink.isPresent();
    }

    /** Where a record's events are in the stream, up to their number in it. */
    private static String position(ShardId shard, StreamRecord record) {
        return shard + "/" + record.position() + "/";
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
                null,
                null,
                null);
        Rejected rejected = new Rejected(Claimed.NOTHING, rule, "", reason);
        batch.add(undecodable, RowBuilder.quarantine(meta, Stage.DECODE, rejected, record.data()));
        batch.count(new MinuteCounts(MinuteCounts.UNDECODABLE, record.arrivedAtMillis() / 60_000, 1, 0, 0, 0, 1, 0, 0));
    }

    private static long micros(Instant instant) {
        return EpochMicros.of(instant);
    }
}
