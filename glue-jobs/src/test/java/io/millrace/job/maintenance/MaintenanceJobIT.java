package io.millrace.job.maintenance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import io.millrace.upkeep.TagKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MaintenanceJobIT {
    private static final String EVENTS = "app_events_silver";

    private final TestLake lake = new TestLake();

    @BeforeEach
    void create() {
        lake.create("app_events");
        table().updateProperties().set("millrace.fold", "7").commit();
    }

    @Test
    void manySmallFilesOfAPartitionBecomeFewInTheOrderOfTheContract() throws Exception {
        for (String user : List.of("eva", "bob", "dan", "ann", "cid")) {
            event(user, "2026-03-01");
        }
        event("zoe", "2026-03-02");
        event("yan", "2026-03-02");

        JsonNode compaction = maintain().path("compaction");

        assertThat(compaction.path("partitions").asInt()).isEqualTo(1);
        assertThat(compaction.path("files_read").asInt()).isEqualTo(5);
        assertThat(compaction.path("files_written").asInt()).isEqualTo(1);
        assertThat(lake.lines("SELECT record_count FROM {silver}." + EVENTS + ".files ORDER BY 1"))
                .containsExactly("1", "1", "5");
        assertThat(lake.lines("SELECT user_id FROM {silver}." + EVENTS
                        + " WHERE event_timestamp < TIMESTAMP '2026-03-02T00:00:00Z' ORDER BY _file, _pos"))
                .containsExactly("ann", "bob", "cid", "dan", "eva");
    }

    @Test
    void whatIsKeptForMonthsIsCompressedBetterThanWhatIsJustWritten() throws Exception {
        for (int file : List.of(0, 1, 2, 3, 4)) {
            lake.insert(
                    Layer.SILVER,
                    EVENTS,
                    "event_id, user_id, event_timestamp",
                    IntStream.range(file * 2000, (file + 1) * 2000)
                            .mapToObj(i -> "('event " + i * 7919 % 65536 + " of " + i + "', 'user " + i % 1000
                                    + "', TIMESTAMP '2026-03-01T12:00:00Z')")
                            .collect(joining(", ")));
        }
        maintain();
        long compacted = bytes();
        lake.sql("CALL lake.system.rewrite_data_files(table => '{silver}." + EVENTS + "', strategy => 'sort',"
                + " sort_order => 'user_id, event_timestamp', options => map('rewrite-all', 'true'))");

        assertThat(compacted).isLessThan(bytes() * 97 / 100);
    }

    private long bytes() {
        return Long.parseLong(lake.lines("SELECT sum(file_size_in_bytes) FROM {silver}." + EVENTS + ".files")
                .get(0));
    }

    @Test
    void aTablesMarkOutlivesCompactionAndTheExpiryOfAllThatBoreIt() throws Exception {
        for (int i = 0; i < 5; i++) {
            event("ann", "2026-03-01");
        }
        JsonNode result = maintain("--snapshot_age", "PT0S");

        assertThat(result.at("/expiry/snapshots").asInt()).isEqualTo(5);
        assertThat(result.at("/expiry/data_files").asInt()).isEqualTo(5);
        assertThat(table().properties()).containsEntry("millrace.fold", "7");
        assertThat(table().currentSnapshot().summary()).doesNotContainKey("millrace.fold");
        assertThat(lake.lines("SELECT count(*) FROM {silver}." + EVENTS)).containsExactly("5");
    }

    @Test
    void aStateIsReachedByItsTagUntilTheTagGoes() throws Exception {
        event("ann", "2026-03-01");
        Instant then = Instant.ofEpochMilli(table().currentSnapshot().timestampMillis());
        String hour = TagKind.HOURLY.tag(TagKind.HOURLY.begin(then));
        table().manageSnapshots()
                .createTag("input-of-a-model", table().currentSnapshot().snapshotId())
                .commit();
        event("bob", "2026-03-01");

        lake.sleep(Duration.ofMinutes(70));
        assertThat(maintain("--snapshot_age", "PT0S").path("tags_made")).hasSizeBetween(1, 2);
        assertThat(lake.lines("SELECT user_id FROM {silver}." + EVENTS + " VERSION AS OF '" + hour + "' ORDER BY 1"))
                .containsExactly("ann", "bob");

        lake.sleep(Duration.ofDays(8));
        assertThat(maintain("--snapshot_age", "PT0S").path("tags_dropped")).isNotEmpty();
        assertThat(table().refs()).doesNotContainKey(hour);
        assertThat(lake.lines("SELECT user_id FROM {silver}." + EVENTS + " VERSION AS OF 'input-of-a-model'"))
                .containsExactly("ann");
    }

    @Test
    void whatIsYoungerThanTheTablesOwnSettingStays() throws Exception {
        event("ann", "2026-03-01");
        event("bob", "2026-03-01");

        lake.sleep(Duration.ofHours(11));
        assertThat(maintain().at("/expiry/snapshots").asInt()).isZero();
        table().updateProperties()
                .set("history.expire.max-snapshot-age-ms", "3600000")
                .commit();
        table().manageSnapshots()
                .removeTag(table().refs().keySet().stream()
                        .filter(ref -> ref.startsWith("hourly"))
                        .findFirst()
                        .orElseThrow())
                .commit();
        assertThat(maintain("--dry_run").at("/expiry/snapshots").asInt()).isEqualTo(1);
    }

    @Test
    void aDryRunSaysWhatWouldBeDoneAndChangesNothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            event("ann", "2026-03-01");
        }
        String before = metadata();
        lake.sleep(Duration.ofDays(2));

        JsonNode result = maintain("--dry_run");

        assertThat(result.at("/compaction/files_read").asInt()).isEqualTo(5);
        assertThat(result.at("/expiry/snapshots").asInt()).isEqualTo(4);
        assertThat(result.path("tags_made")).isNotEmpty();
        assertThat(metadata()).isEqualTo(before);
    }

    @Test
    void manifestsBecomeFewOnceTheyAreMany() throws Exception {
        table().updateProperties().set("commit.manifest-merge.enabled", "false").commit();
        for (int i = 0; i < 20; i++) {
            event("ann", "2026-03-" + (i + 10));
        }
        assertThat(maintain().path("manifests").asInt()).isEqualTo(20);
        assertThat(lake.lines("SELECT count(*) FROM {silver}." + EVENTS + ".manifests"))
                .containsExactly("1");
    }

    @Test
    void emptyTablesAndTablesOfEveryLayerAreNoTrouble() throws Exception {
        lake.sql("CREATE TABLE {gold}.sums (n INT) USING iceberg");
        JsonNode tables = lake.run(new MaintenanceJob()).at("/result/tables");
        assertThat(tables).hasSize(4);
        assertThat(tables.findValuesAsText("layer")).containsExactly("BRONZE", "BRONZE", "SILVER", "GOLD");
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> maintain("--tables", "silver.nothing"))
                .hasMessage("Cannot maintain table 'silver.nothing': there is none of that name");
    }

    private JsonNode maintain(String... arguments) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of("--tables", "silver." + EVENTS));
        all.addAll(List.of(arguments));
        return lake.run(new MaintenanceJob(), all.toArray(String[]::new)).at("/result/tables/0");
    }

    private Table table() {
        return lake.lake().table(Layer.SILVER, EVENTS);
    }

    private String metadata() {
        return ((org.apache.iceberg.BaseTable) table()).operations().current().metadataFileLocation();
    }

    private void event(String user, String day) {
        lake.insert(
                Layer.SILVER,
                EVENTS,
                "event_id, user_id, event_timestamp",
                "('" + user + "', '" + user + "', TIMESTAMP '" + day + "T12:00:00Z')");
    }
}
