package io.millrace.lake.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.event.Stage;
import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import io.millrace.frame.Rejection;
import io.millrace.invocation.Invocation;
import io.millrace.lake.BatchReader;
import io.millrace.lake.CommitterServices;
import io.millrace.lake.MemoryLedger;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.lake.ShardOpening;
import io.millrace.lake.StreamRecord;
import io.millrace.lake.Windows;
import io.millrace.lake.WriterServices;
import io.millrace.replay.QuarantinedEvent;
import io.millrace.replay.ReplayFilter;
import io.millrace.replay.ReplayJson;
import io.millrace.replay.ReplayRequest;
import io.millrace.replay.ReplayResult;
import io.millrace.replay.ReplayServices;
import io.millrace.replay.ReplayShard;
import io.millrace.replay.ReplayTables.Limits;
import io.millrace.replay.ReplayTables.OpenRows;
import io.millrace.store.MemoryStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays over real Iceberg tables in memory. */
class ReplayHandlerTest {
    private static final ShardId SHARD = new ShardId("events-g1", "shardId-000000000000");
    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Instant SENT = Instant.parse("2026-03-01T11:59:59Z");
    private static final TableIdentifier BRONZE = TableIdentifier.of("test_bronze", "app_events_bronze");
    private static final TableIdentifier SILVER = TableIdentifier.of("test_silver", "app_events_silver");
    private static final TableIdentifier MARKS = TableIdentifier.of("test_ops", "quarantine_replays");

    private final Contract contract = Contracts.bundled().find("app_events").orElseThrow();
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryStore store = new MemoryStore();
    private final RivalCatalog catalog = RivalCatalog.empty();
    private final Databases databases = new Databases("test");
    private final IcebergReplayTables tables = new IcebergReplayTables(catalog, databases);
    private final Clock clock = Clock.systemUTC();

    @BeforeEach
    void migrate() {
        new Migration(catalog, databases, "memory:/warehouse").apply(ContractTables.of(Contracts.bundled()));
        ledger.begin(SHARD.stream(), Set.of(SHARD.shard()));
        ledger.begin(ReplayShard.stream("app_events"), Set.of(ReplayShard.NAME));
    }

    @Test
    void what_keeps_todays_contract_is_in_the_tables_once_with_a_mark_however_often_it_is_replayed()
            throws IOException {
        write(1, List.of(rejected(0, "a"), rejected(1, "b"), accepted(2, "b")));
        commit();

        ReplayResult result = replay(false);
        commit();
        ReplayResult again = replay(false);
        commit();

        assertThat(result).isEqualTo(new ReplayResult(null, 2, 1, 1, 0, Map.of(), null));
        assertThat(again.read()).isZero();
        assertThat(column(BRONZE, "event_id")).containsExactlyInAnyOrder("a", "b", "b");
        assertThat(column(SILVER, "event_id")).containsExactlyInAnyOrder("a", "b");
        assertThat(column(MARKS, "fate")).containsExactlyInAnyOrder("silver", "duplicate");
    }

    @Test
    void a_row_comes_back_as_it_came() throws IOException {
        write(1, List.of(rejected(0, "a")));
        commit();

        QuarantinedEvent row =
                open(filter("", "", ""), new Limits(10, 1000)).rows().get(0);

        assertThat(row.stage()).isEqualTo(Stage.DOOR);
        assertThat(row.rule()).isEqualTo("required");
        assertThat(row.payload()).isEqualTo(event("a"));
        assertThat(row.meta().sourcePosition()).isEqualTo(SHARD + "/1/0");
        assertThat(row.meta().receivedAtMicros()).isEqualTo(1_772_366_400_123_456L);
        assertThat(row.meta().sentAtMicros()).isEqualTo(1_772_366_399_000_000L);
        assertThat(row.meta().protocol()).isEqualTo("plain");
        assertThat(row.meta().context()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        required, '',          '',     3
        type,     '',          '',     0
        '',       IS required, '',     3
        '',       nothing,     '',     0
        '',       '',          b,      1
        '',       '',          batch1, 2
        """)
    void a_filter_picks_rows(String rule, String reason, String id, int rows) throws IOException {
        write(1, List.of(rejected(0, "a"), rejected(1, "b")));
        write(2, List.of(rejected(0, "c")));
        commit();

        assertThat(open(filter(rule, reason, id), new Limits(10, 10_000)).rows())
                .hasSize(rows);
    }

    @ParameterizedTest
    @CsvSource({"2, 100000", "10, 250"})
    void rows_come_in_order_and_only_as_many_as_there_is_room_for(int rows, long bytes) throws IOException {
        write(2, List.of(rejected(0, "c")));
        write(3, List.of(rejected(0, "d")));
        write(4, List.of(rejected(0, "e"), rejected(1, "f")));
        commit();

        OpenRows first = open(filter("", "", ""), new Limits(rows, bytes));

        assertThat(first.more()).isTrue();
        assertThat(first.rows())
                .extracting(row -> row.meta().sourcePosition())
                .containsExactly(SHARD + "/2/0", SHARD + "/3/0");
    }

    @Test
    void a_dataset_without_a_contract_is_refused() {
        ReplayFilter filter = new ReplayFilter("nobody", null, "", "", "", "", Instant.EPOCH, Instant.now());
        String request = ReplayJson.of(new ReplayRequest(filter, null, true)).toString();

        assertThatThrownBy(() -> Invocation.of(handler(), request))
                .hasMessage("Cannot replay quarantine of nobody: it has no contract");
    }

    private OpenRows open(ReplayFilter filter, Limits limits) {
        return tables.open(contract, filter, null, limits);
    }

    private static ReplayFilter filter(String rule, String reason, String id) {
        return new ReplayFilter("app_events", null, rule, reason, "", id, Instant.EPOCH, Instant.now());
    }

    private ReplayResult replay(boolean dryRun) throws IOException {
        ReplayRequest request = new ReplayRequest(filter("", "", ""), null, dryRun);
        return ReplayJson.result(Invocation.of(handler(), ReplayJson.of(request).toString()));
    }

    private ReplayHandler handler() {
        return new ReplayHandler(
                new ReplayServices(
                        ledger,
                        store,
                        new IcebergTables(catalog),
                        new IcebergTableFiles(new OpenTables(catalog, databases, clock)),
                        tables,
                        table -> databases.table(table).toString(),
                        () -> {},
                        clock,
                        ReplayHandlerTest::freshId),
                Contracts.bundled());
    }

    private void write(long position, List<Entry> entries) throws IOException {
        WriterHandler writer = new WriterHandler(
                new WriterServices(
                        ledger,
                        store,
                        new IcebergTableFiles(new OpenTables(catalog, databases, clock)),
                        new ShardOpening(ledger, shard -> Set.of()),
                        () -> {},
                        new Windows(
                                ledger, store, shard -> Set.of(), Duration.ofMinutes(60), ReplayHandlerTest::freshId),
                        new BatchReader(Contracts.bundled()),
                        clock,
                        ReplayHandlerTest::freshId),
                "test");
        Frame frame = new Frame("batch" + position, RECEIVED, SENT, "shop", "test", "{}", entries);
        StreamRecord record =
                new StreamRecord(Position.of(position), RECEIVED.toEpochMilli(), FrameCodec.encode(frame));
        Invocation.of(writer, KinesisEvents.of(SHARD, List.of(record)));
    }

    private void commit() throws IOException {
        Invocation.of(
                new CommitterHandler(
                        new CommitterServices(
                                ledger,
                                store,
                                new IcebergTables(catalog),
                                () -> {},
                                clock,
                                ReplayHandlerTest::freshId,
                                100),
                        Duration.ZERO,
                        "test",
                        System.out),
                "{}");
    }

    private static Entry rejected(int index, String id) {
        return new Entry(
                "app_events", "1.0.0", index, null, event(id), new Rejection("required", "/user_id", "is required"));
    }

    private static Entry accepted(int index, String id) {
        return new Entry("app_events", "1.0.0", index, null, event(id), null);
    }

    private static byte[] event(String id) {
        return """
            {"event_id":"%s","event_type":"click","event_timestamp":"2026-03-01T11:59:00Z","user_id":"u1"}\
            """.formatted(id).getBytes(UTF_8);
    }

    private static String freshId() {
        return UUID.randomUUID().toString();
    }

    private List<String> column(TableIdentifier table, String name) throws IOException {
        List<String> values = new ArrayList<>();
        try (var rows = IcebergGenerics.read(catalog.loadTable(table)).build()) {
            for (Record row : rows) {
                values.add((String) row.getField(name));
            }
        }
        return values;
    }
}
