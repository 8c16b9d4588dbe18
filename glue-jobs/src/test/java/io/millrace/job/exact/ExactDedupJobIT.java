package io.millrace.job.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.contract.Contracts;
import io.millrace.exact.ExactRun;
import io.millrace.exact.PassMark;
import io.millrace.job.JobContext;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import io.millrace.job.ledger.LedgerAccess;
import io.millrace.job.lineage.Datasets;
import io.millrace.lake.Claim;
import io.millrace.lake.ClaimBodyCodec;
import io.millrace.lake.MemoryLedger;
import io.millrace.lake.MinuteCounts;
import io.millrace.store.MemoryStore;
import java.time.Instant;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.spark.actions.SparkActions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExactDedupJobIT {
    private static final String EVENTS = "app_events_silver";
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final PassMark FIRST = new PassMark(1, "mem://plan");

    private final TestLake lake = new TestLake();
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryStore store = new MemoryStore();

    @BeforeEach
    void table() {
        lake.create("app_events");
        lake.clock(NOW);
        table(EVENTS).updateProperties().set("millrace.fold", "7").commit();
    }

    @Test
    void ofEachEventTheRowThatWasReceivedFirstStays() throws Exception {
        row("a", "shop", "2026-03-09T10:00:00Z", "2026-03-09T10:00:01Z", 1);
        row("a", "shop", "2026-03-09T10:00:00Z", "2026-03-09T14:30:00Z", 9);
        row("a", "app", "2026-03-09T10:00:00Z", "2026-03-09T14:30:00Z", 10); // another source's event
        row("b", "shop", "2026-03-09T10:00:00Z", "2026-03-09T10:00:01Z", 2);

        JsonNode result = dedup();

        assertThat(result.path("copies").asInt()).isEqualTo(1);
        assertThat(result.path("pass").asInt()).isEqualTo(1);
        assertThat(rows()).containsExactly("a | app | s/0/10/0", "a | shop | s/0/1/0", "b | shop | s/0/2/0");
        assertThat(booked())
                .containsExactly(new MinuteCounts("app_events", minute("2026-03-09T14:30:00Z"), 0, 0, 0, -1, 0, 1, 0));
    }

    @Test
    void onlyFilesThatHoldACopyAreWrittenAgainAndTheStreamsMarkStays() throws Exception {
        row("a", "shop", "2026-03-09T10:00:00Z", "2026-03-09T10:00:01Z", 1);
        List<String> untouched = lake.lines("SELECT file_path FROM {silver}." + EVENTS + ".files");
        row("a", "shop", "2026-03-09T10:00:00Z", "2026-03-09T14:30:00Z", 9);

        dedup();

        assertThat(lake.lines("SELECT file_path FROM {silver}." + EVENTS + ".files"))
                .isEqualTo(untouched);
        assertThat(table(EVENTS).properties()).containsEntry("millrace.fold", "7");
        assertThat(lake.lines("SELECT count(*) FROM {silver}." + EVENTS + ".delete_files"))
                .containsExactly("0");
    }

    @Test
    void aSecondPassFindsNothing() throws Exception {
        row("a", "shop", "2026-03-09T10:00:00Z", "2026-03-09T10:00:01Z", 1);
        row("a", "shop", "2026-03-09T10:00:00Z", "2026-03-09T14:30:00Z", 9);
        dedup();

        JsonNode again = dedup();

        assertThat(again.path("copies").asInt()).isZero();
        assertThat(again.path("pass").asInt()).isEqualTo(1);
        assertThat(booked()).hasSize(1);
    }

    @Test
    void aDryRunCountsAndChangesNothing() throws Exception {
        row("a", "shop", "2026-03-09T10:00:00Z", "2026-03-09T10:00:01Z", 1);
        row("a", "shop", "2026-03-09T10:00:00Z", "2026-03-09T14:30:00Z", 9);

        assertThat(dedup("--dry_run").path("copies").asInt()).isEqualTo(1);

        assertThat(rows()).hasSize(2);
        assertThat(ledger.heads()).isEmpty();
    }

    @Test
    void aCopyIsLookedForInTheDaysOfWhatCameLatelyAndTheirNeighbours() throws Exception {
        // Late: its event is months old, and was received long ago too.
        row("late", "shop", "2026-01-05T23:59:59Z", "2026-01-06T00:00:10Z", 1);
        row("late", "shop", "2026-01-06T00:00:01Z", "2026-03-09T14:30:00Z", 9);
        // Nothing of this day came lately.
        row("old", "shop", "2026-02-05T10:00:00Z", "2026-02-05T10:00:01Z", 2);
        row("old", "shop", "2026-02-05T10:00:00Z", "2026-02-05T14:30:00Z", 3);

        assertThat(dedup().path("copies").asInt()).isEqualTo(1);
        assertThat(rows()).containsExactly("late | shop | s/0/1/0", "old | shop | s/0/2/0", "old | shop | s/0/3/0");

        assertThat(dedup("--all").path("copies").asInt()).isEqualTo(1);
        assertThat(rows()).containsExactly("late | shop | s/0/1/0", "old | shop | s/0/2/0");
    }

    @Test
    void anAppendInBetweenDoesNotMatter() {
        IcebergSilver silver = withACopy();
        var copies = silver.surplus();
        row("b", "shop", "2026-03-09T10:00:00Z", "2026-03-09T15:00:00Z", 20);

        assertThat(silver.remove(copies, PassMark.none(), FIRST)).isTrue();
        assertThat(silver.mark()).isEqualTo(FIRST);
        assertThat(rows()).containsExactly("a | shop | s/0/1/0", "b | shop | s/0/20/0");
    }

    @Test
    void afterACompactionInBetweenTheCopiesAreToBeFoundAgain() {
        IcebergSilver silver = withACopy();
        var copies = silver.surplus();
        SparkActions.get(lake.lake().spark())
                .rewriteDataFiles(table(EVENTS))
                .option("rewrite-all", "true")
                .execute();

        assertThat(silver.remove(copies, PassMark.none(), FIRST)).isFalse();
        assertThat(silver.mark()).isEqualTo(PassMark.none());
        assertThat(silver.remove(silver.surplus(), PassMark.none(), FIRST)).isTrue();
        assertThat(rows()).containsExactly("a | shop | s/0/1/0");
    }

    @Test
    void aRivalsPassWins() {
        IcebergSilver silver = withACopy();
        IcebergSilver rival = silver();
        var copies = silver.surplus();
        assertThat(rival.remove(rival.surplus(), PassMark.none(), new PassMark(1, "mem://rival")))
                .isTrue();

        assertThat(silver.remove(copies, PassMark.none(), FIRST)).isFalse();
        assertThat(silver.mark().plan()).isEqualTo("mem://rival");
    }

    @Test
    void theConditionIsAskedOfWhatACommitReplaces() {
        withACopy();
        var operations = ((org.apache.iceberg.HasTableOperations) table(EVENTS)).operations();
        MarkedOperations guarded = new MarkedOperations(operations, FIRST);

        assertThatThrownBy(() -> guarded.commit(operations.current(), operations.current()))
                .isInstanceOf(MarkedOperations.OtherPassException.class)
                .hasMessage("Cannot commit after pass 1: the table holds pass 0");
    }

    @Test
    void aTableThatNoStreamFeedsIsNamed() {
        assertThatThrownBy(() -> dedup("--tables", "products_rows"))
                .hasMessage("Cannot use --tables 'products_rows': no stream feeds a silver table of that name");
    }

    private IcebergSilver withACopy() {
        row("a", "shop", "2026-03-09T10:00:00Z", "2026-03-09T10:00:01Z", 1);
        row("a", "shop", "2026-03-09T10:00:00Z", "2026-03-09T14:30:00Z", 9);
        return silver();
    }

    private IcebergSilver silver() {
        var contract = Contracts.bundled().find("app_events").orElseThrow();
        JobContext context = new JobContext(lake.lake(), "run", NOW, false, 2, new Datasets());
        return new IcebergSilver(context, contract, new CopySearch(contract, null));
    }

    private JsonNode dedup(String... more) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of("--ledger_table", "ledger"));
        all.addAll(List.of(more));
        ExactDedupJob job = new ExactDedupJob((table, of) -> new LedgerAccess(ledger, store));
        return lake.run(job, all.toArray(String[]::new)).at("/result/tables/0");
    }

    private List<MinuteCounts> booked() {
        String table = lake.lake().id(Layer.SILVER, EVENTS).toString();
        return ledger.claims(ExactRun.shard(table), 0, 100).stream()
                .map(Claim::body)
                .flatMap(body -> ClaimBodyCodec.read(store.read(body)).counts().stream())
                .toList();
    }

    private List<String> rows() {
        return lake.lines(
                "SELECT event_id, _source_system, _source_position FROM {silver}." + EVENTS + " ORDER BY 1, 2, 3");
    }

    private Table table(String name) {
        return lake.lake().table(Layer.SILVER, name);
    }

    private static long minute(String at) {
        return Instant.parse(at).getEpochSecond() / 60;
    }

    private void row(String id, String source, String at, String received, int sequence) {
        lake.insert(
                Layer.SILVER,
                EVENTS,
                "event_id, _source_system, event_timestamp, _received_at, _source_position",
                "('" + id + "', '" + source + "', TIMESTAMP '" + at + "', TIMESTAMP '" + received + "', 's/0/"
                        + sequence + "/0')");
    }
}
