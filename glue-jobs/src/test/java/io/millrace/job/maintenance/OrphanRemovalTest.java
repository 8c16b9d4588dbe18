package io.millrace.job.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.dedup.Run;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import io.millrace.job.ledger.LedgerAccess;
import io.millrace.lake.Claim;
import io.millrace.lake.ClaimBody;
import io.millrace.lake.ClaimBodyCodec;
import io.millrace.lake.DataFileRef;
import io.millrace.lake.MemoryLedger;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.store.MemoryStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrphanRemovalTest {
    private static final String EVENTS = "app_events_silver";
    private static final ShardId SHARD = new ShardId("events-g1", "shard-0");

    private final TestLake lake = new TestLake();
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryStore store = new MemoryStore();

    @BeforeEach
    void rows() throws IOException {
        lake.create("app_events");
        lake.insert(Layer.SILVER, EVENTS, "event_id, event_timestamp", "('e1', TIMESTAMP '2026-03-01T12:00:00Z')");
        ledger.begin(SHARD.stream(), Set.of(SHARD.shard()));
        ledger.open(SHARD, Set.of());
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
        }
    }

    @Test
    void whatNothingRefersToGoesAndWhatATableOrAClaimNamesStays() throws Exception {
        List<Path> before = files();
        Path stray = old("stray.parquet");
        Path claimed = old("claimed.parquet");
        Path young = Files.writeString(folder().resolve("young.parquet"), "x");
        claim(claimed, Duration.ofHours(1));

        JsonNode orphans = maintain();

        assertThat(orphans.has("refused")).isFalse();
        assertThat(orphans.path("tables")).hasSize(1);
        assertThat(orphans.at("/tables/0/files").asInt()).isEqualTo(1);
        assertThat(orphans.at("/tables/0/bytes").asInt()).isEqualTo(1);
        assertThat(files()).containsAll(before).contains(claimed, young).doesNotContain(stray);
        assertThat(lake.lines("SELECT event_id FROM {silver}." + EVENTS)).containsExactly("e1");
    }

    @Test
    void nothingGoesWhileAClaimWaitsForLongerThanHalfTheAge() throws Exception {
        Path stray = old("stray.parquet");
        claim(old("claimed.parquet"), Duration.ofHours(37));

        assertThat(maintain().path("refused").asText()).startsWith("Cannot remove files: a claim or fold of PT37H");
        assertThat(stray).exists();
    }

    @Test
    void nothingGoesWithoutALedger() throws Exception {
        Path stray = old("stray.parquet");
        JsonNode orphans = lake.run(job()).at("/result/orphans");
        assertThat(orphans.path("refused").asText()).startsWith("Cannot remove files without --ledger_table");
        assertThat(stray).exists();
    }

    @Test
    void aDryRunSaysWhatWouldGo() throws Exception {
        Path stray = old("stray.parquet");
        assertThat(maintain("--dry_run").at("/tables/0/files").asInt()).isEqualTo(1);
        assertThat(stray).exists();
    }

    private JsonNode maintain(String... more) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of("--ledger_table", "ledger"));
        all.addAll(List.of(more));
        return lake.run(job(), all.toArray(String[]::new)).at("/result/orphans");
    }

    private MaintenanceJob job() {
        return new MaintenanceJob((table, of) -> new LedgerAccess(ledger, store));
    }

    private Path folder() {
        return Path.of(
                URI.create("file:" + lake.lake().table(Layer.SILVER, EVENTS).location() + "/data"));
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder().getParent())) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private Path old(String name) throws IOException {
        Path file = Files.writeString(folder().resolve(name), "x");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(4))));
    }

    private void claim(Path file, Duration ago) {
        long at = Instant.now().minus(ago).toEpochMilli();
        DataFileRef named = new DataFileRef("test.app_events_silver", "file:" + file, 1, 1, "{}");
        ClaimBody body = new ClaimBody(
                "c1",
                SHARD,
                1,
                Position.of(1),
                Position.of(1),
                at,
                at,
                List.of(named),
                List.of(),
                null,
                0,
                Run.empty());
        store.write("mem://c1", ClaimBodyCodec.write(body));
        ledger.claim(ledger.head(SHARD).orElseThrow(), new Claim(SHARD, 1, "c1", Position.of(1), "mem://c1"));
    }
}
