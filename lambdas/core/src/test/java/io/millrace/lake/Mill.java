package io.millrace.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.contract.Contracts;
import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import io.millrace.frame.Rejection;
import io.millrace.store.MemoryStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A lake in memory: one stream, any number of writers and committers over the same ledger, store and tables. */
public final class Mill {
    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    public static final String SILVER = "test.app_events_silver";
    public static final String BRONZE = "test.app_events_bronze";
    public static final String QUARANTINE = "test.app_events_quarantine";
    public static final String UNDECODABLE = "test.undecodable_quarantine";

    public MemoryLedger ledger = new MemoryLedger();
    public final MemoryStore store = new MemoryStore();
    public final MemoryTables tables = new MemoryTables();
    public final ShardId shard = new ShardId("events-g1", "shardId-000000000000");
    Set<ShardId> parents = Set.of();
    public final Set<String> paused = new HashSet<>();
    public int wakes;
    private int id;

    public Mill() {
        ledger.begin(shard.stream(), Set.of(shard.shard()));
    }

    /** The services of a writer process that has just started: its memory is empty. */
    public WriterServices writer() {
        return writer(ledger);
    }

    WriterServices writer(Ledger seen) {
        Supplier<String> ids = () -> "id" + id++;
        Lineage lineage = child -> child.equals(shard) ? Set.of() : parents;
        return new WriterServices(
                seen,
                store,
                tables,
                new ShardOpening(seen, lineage),
                () -> wakes++,
                new Windows(seen, store, lineage, Duration.ofMinutes(60), ids),
                new BatchReader(Contracts.bundled()),
                Clock.fixed(NOW, ZoneOffset.UTC),
                ids);
    }

    public CommitterServices committer() {
        return committer(ledger, tables);
    }

    CommitterServices committer(Ledger seen, Tables seenTables) {
        return new CommitterServices(
                seen,
                store,
                seenTables,
                () -> Set.copyOf(paused),
                () -> wakes++,
                Clock.fixed(NOW, ZoneOffset.UTC),
                () -> "id" + id++,
                1000);
    }

    public void write(List<StreamRecord> records) {
        finish(new WriterRun(writer(), shard, records));
    }

    public void commit() {
        CommitterRun run = new CommitterRun(committer());
        while (run.advance()) {
            // Every step is in the run.
        }
    }

    static void finish(WriterRun run) {
        while (run.advance()) {
            // Every step is in the run.
        }
    }

    /** A record with one event of each id. */
    public static StreamRecord record(long position, String... eventIds) {
        List<Entry> entries = new ArrayList<>();
        for (String eventId : eventIds) {
            entries.add(new Entry("app_events", "1.0.0", entries.size(), null, event(eventId), null));
        }
        return record(position, entries);
    }

    public static StreamRecord rejected(long position, String payload) {
        Rejection rejection = new Rejection("required", "/event_type", "is missing");
        return record(position, List.of(new Entry("app_events", "1.0.0", 0, null, payload.getBytes(UTF_8), rejection)));
    }

    public static StreamRecord record(long position, List<Entry> entries) {
        Frame frame = new Frame("batch" + position, NOW, "shop", "test", null, entries);
        return new StreamRecord(Position.of(position), NOW.toEpochMilli() + position, FrameCodec.encode(frame));
    }

    public static byte[] event(String eventId) {
        return """
                {"event_id":"%s","event_type":"click","event_timestamp":"2026-11-21T09:59:00Z","user_id":"u1"}""".formatted(eventId).getBytes(UTF_8);
    }

    public List<String> ids(String table) {
        return tables.rows(table).stream().map(row -> (String) row[0]).toList();
    }

    /** Both equations, over everything that was claimed and folded. */
    public List<MinuteCounts> counts() {
        MinuteTally tally = new MinuteTally();
        for (String manifest : store.list(store.root() + "folds/")) {
            FoldManifest fold = FoldManifestCodec.read(store.read(manifest));
            boolean stands = ledger.fold(fold.fold())
                    .map(standing -> standing.manifest().equals(manifest))
                    .orElse(false);
            if (stands) {
                tally.addAll(fold.counts());
            }
        }
        return tally.list();
    }
}
