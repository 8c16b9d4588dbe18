package io.millrace.proof.world;

import io.millrace.contract.Layer;
import io.millrace.contract.TableDefinition;
import io.millrace.lake.Batch;
import io.millrace.lake.MinuteCounts;
import io.millrace.lake.Position;
import io.millrace.lake.RecordReader;
import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A format that costs next to nothing: a record is its kind, its number and its events' ids, a row is its origin. What is
 * shown is the protocol, not the decoding.
 */
public final class SimpleFormat implements Format, RecordReader {
    private static final TableDefinition UNDECODABLE = table("undecodable", Layer.QUARANTINE);
    private static final Tables OFTEN = new Tables("often");
    private static final Tables SELDOM = new Tables("seldom");

    @Override
    public StreamRecord record(
            int serial, Position position, long arrivedAtMillis, SimRecord.Kind kind, List<SimEvent> events) {
        ByteBuffer out = ByteBuffer.allocate(5 + 4 * events.size());
        out.put((byte) kind.code()).putInt(serial);
        for (SimEvent event : events) {
            out.putInt(event.id());
        }
        return new StreamRecord(position, arrivedAtMillis, out.array());
    }

    @Override
    public RecordReader reader() {
        return this;
    }

    @Override
    public int origin(Object[] row) {
        return (Integer) row[0];
    }

    @Override
    public Batch read(ShardId shard, List<StreamRecord> records, Instant ingestedAt) {
        Batch batch = new Batch();
        for (StreamRecord record : records) {
            ByteBuffer in = ByteBuffer.wrap(record.data());
            SimRecord.Kind kind = SimRecord.Kind.of(in.get());
            int origin = in.getInt() * EVENTS;
            switch (kind) {
                case KILLER -> throw new KilledException(record.position());
                case NO_FRAME -> undecodable(batch, origin, record);
                case THROWING, FRAME -> {
                    for (; in.hasRemaining(); origin++) {
                        read(new SimEvent(in.getInt()), origin, record.arrivedAtMillis() / 60_000, batch);
                    }
                }
            }
        }
        return batch;
    }

    @Override
    public Batch keepUnread(ShardId shard, StreamRecord record, Instant ingestedAt) {
        Batch batch = new Batch();
        undecodable(batch, ByteBuffer.wrap(record.data()).getInt(1) * EVENTS, record);
        return batch;
    }

    private static void read(SimEvent event, int origin, long minute, Batch batch) {
        Tables tables = event.quiet() ? SELDOM : OFTEN;
        Object[] row = {origin};
        switch (event.fate()) {
            case DOOR -> {
                batch.add(tables.quarantine, row);
                batch.count(new MinuteCounts(tables.dataset, minute, 1, 0, 1, 0, 0, 0, 0));
            }
            case ROW -> {
                batch.add(tables.bronze, row);
                batch.add(tables.quarantine, row);
                batch.count(new MinuteCounts(tables.dataset, minute, 1, 1, 0, 0, 1, 0, 0));
            }
            case SILVER -> {
                batch.add(tables.bronze, row);
                batch.count(new MinuteCounts(tables.dataset, minute, 1, 1, 0, 0, 0, 0, 0));
                batch.addCandidate(
                        new Batch.Candidate(tables.dataset, minute, event.fingerprint(), tables.silver, row));
            }
        }
    }

    private static void undecodable(Batch batch, int origin, StreamRecord record) {
        batch.add(UNDECODABLE, new Object[] {origin});
        batch.count(new MinuteCounts(MinuteCounts.UNDECODABLE, record.arrivedAtMillis() / 60_000, 1, 0, 0, 0, 1, 0, 0));
    }

    private static TableDefinition table(String dataset, Layer layer) {
        String name = layer == Layer.QUARANTINE
                ? dataset + "_quarantine"
                : dataset + "_" + layer.name().toLowerCase(Locale.ROOT);
        return new TableDefinition(dataset, layer, name, List.of(), null);
    }

    private static final class Tables {
        final String dataset;
        final TableDefinition bronze;
        final TableDefinition silver;
        final TableDefinition quarantine;

        Tables(String dataset) {
            this.dataset = dataset;
            bronze = table(dataset, Layer.BRONZE);
            silver = table(dataset, Layer.SILVER);
            quarantine = table(dataset, Layer.QUARANTINE);
        }
    }
}
