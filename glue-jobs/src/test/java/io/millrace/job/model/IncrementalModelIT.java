package io.millrace.job.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import io.millrace.job.maintenance.MaintenanceJob;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which days a run makes again, and that whatever cut the run before it off makes no difference. */
class IncrementalModelIT {
    private static final String MODEL = "event_metrics_gold";
    private static final String TAG = "model_event_metrics_gold";

    private final TestLake lake = new TestLake();

    @BeforeEach
    void twoDaysOfEvents() throws Exception {
        lake.create("app_events");
        event("2026-03-01T10:00:00", "ann");
        event("2026-03-02T10:00:00", "ann");
        assertThat(outcome(run())).isEqualTo("made [\"all\"] [\"all\"]");
    }

    @Test
    void whatHasNotChangedIsLeftAlone() throws Exception {
        long snapshot = snapshot(Layer.GOLD, MODEL);

        assertThat(outcome(run())).isEqualTo("unchanged [] []");

        assertThat(snapshot(Layer.GOLD, MODEL)).isEqualTo(snapshot);
    }

    @Test
    void aLateEventTouchesItsOwnDay() throws Exception {
        event("2026-03-01T11:00:00", "ann");

        assertThat(outcome(run())).isEqualTo("made [\"2026-03-01\"] [\"2026-03-01\"]");

        assertThat(lake.lines("SELECT metric_date, metric_hour FROM {gold}.event_metrics_gold ORDER BY 1, 2"))
                .containsExactly("2026-03-01 | 10", "2026-03-01 | 11", "2026-03-02 | 10");
    }

    @Test
    void aDayWhoseEventsAreAllGoneIsGone() throws Exception {
        lake.sql("DELETE FROM {silver}.app_events_silver WHERE event_timestamp < TIMESTAMP '2026-03-02T00:00:00Z'");

        assertThat(outcome(run())).isEqualTo("made [\"2026-03-01\"] [\"2026-03-01\"]");

        assertThat(lake.lines("SELECT metric_date FROM {gold}.event_metrics_gold"))
                .containsExactly("2026-03-02");
    }

    @Test
    void deletedRowsOfAFileThatStaysTouchTheirDay() throws Exception {
        event("2026-03-02T10:30:00", "bob");
        run();
        compact();
        lake.sql("ALTER TABLE {silver}.app_events_silver SET TBLPROPERTIES ('write.delete.mode'='merge-on-read')");
        lake.sql("DELETE FROM {silver}.app_events_silver WHERE user_id = 'bob'");

        assertThat(outcome(run())).isEqualTo("made [\"2026-03-02\"] [\"2026-03-02\"]");
    }

    @Test
    void compactionIsNoChange() throws Exception {
        event("2026-03-01T10:30:00", "ann");
        run();
        compact();
        assertThat(outcome(run())).isEqualTo("unchanged [] []");

        event("2026-03-02T10:30:00", "ann");
        compact();
        assertThat(outcome(run())).isEqualTo("made [\"2026-03-02\"] [\"2026-03-02\"]");
    }

    @Test
    void whatWasReadOutlivesItsExpiry() throws Exception {
        event("2026-03-02T10:30:00", "ann");
        event("2026-03-02T10:40:00", "ann");
        expire();

        assertThat(outcome(run())).isEqualTo("made [\"2026-03-02\"] [\"2026-03-02\"]");
        assertThat(source().snapshots()).hasSize(2);
        assertThat(source().refs().get(TAG).snapshotId())
                .isEqualTo(source().currentSnapshot().snapshotId());
    }

    @Test
    void whereStepsHaveExpiredARewrittenDayIsMadeAgainAndComesOutTheSame() throws Exception {
        event("2026-03-01T10:30:00", "ann");
        run();
        compact();
        event("2026-03-02T10:30:00", "ann");
        expire();

        assertThat(outcome(run())).isEqualTo("made [\"2026-03-01\",\"2026-03-02\"] [\"2026-03-02\"]");
    }

    @Test
    void aRunThatWasCutOffBeforeItsTagsIsFollowedByOneThatSeesWhatItDid() throws Exception {
        long tagged = source().refs().get(TAG).snapshotId();
        event("2026-03-01T11:00:00", "ann");
        run();
        Table source = source();
        source.manageSnapshots().replaceTag(TAG, tagged).commit();

        assertThat(outcome(run())).isEqualTo("unchanged [] []");
        event("2026-03-02T11:00:00", "ann");
        assertThat(outcome(run())).isEqualTo("made [\"2026-03-02\"] [\"2026-03-02\"]");
    }

    @Test
    void whereNobodyKeptWhatWasReadEverythingIsMadeAgain() throws Exception {
        source().manageSnapshots().removeTag(TAG).commit();
        event("2026-03-02T11:00:00", "ann");
        expire();

        assertThat(outcome(run())).isEqualTo("made [\"all\"] [\"2026-03-02\"]");
    }

    @Test
    void whatItsRowsWereMadeOfOutlivesTheMaintenanceOfItsOwnTable() throws Exception {
        event("2026-03-02T11:00:00", "ann");
        run();
        long made = snapshot(Layer.GOLD, MODEL);
        // The same rows in two files, so that there is something to compact.
        lake.sql("DELETE FROM {gold}." + MODEL + " WHERE metric_hour = 11");
        lake.sql("INSERT INTO {gold}." + MODEL + " SELECT * FROM {gold}." + MODEL + " VERSION AS OF " + made
                + " WHERE metric_hour = 11");

        JsonNode maintained = lake.run(
                        new MaintenanceJob(), "--tables", "gold." + MODEL, "--min_files", "2", "--snapshot_age", "PT0S")
                .at("/result/tables/0");

        assertThat(maintained.at("/compaction/files_read").asInt()).isEqualTo(2);
        assertThat(lake.lake().table(Layer.GOLD, MODEL).snapshot(made)).isNull();
        event("2026-03-01T11:00:00", "ann");
        assertThat(outcome(run())).isEqualTo("made [\"2026-03-01\"] [\"2026-03-01\"]");
    }

    @Test
    void aModelIsMadeAgainWholeWhenAsked() throws Exception {
        assertThat(outcome(run("--full"))).isEqualTo("made [\"all\"] [\"all\"]");
    }

    @Test
    void aDryRunSaysWhatWouldBeTouched() throws Exception {
        event("2026-03-01T11:00:00", "ann");
        long snapshot = snapshot(Layer.GOLD, MODEL);

        assertThat(outcome(run("--dry-run"))).isEqualTo("would be made [\"2026-03-01\"] [\"2026-03-01\"]");

        assertThat(snapshot(Layer.GOLD, MODEL)).isEqualTo(snapshot);
    }

    private JsonNode run(String... more) throws Exception {
        String[] arguments = new String[2 + more.length];
        arguments[0] = "--models";
        arguments[1] = MODEL;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return lake.run(new GoldJob(), arguments).at("/result/models/0");
    }

    private static String outcome(JsonNode model) {
        return model.path("outcome").asText() + " " + model.path("touched") + " " + model.path("written");
    }

    private void compact() {
        lake.sql("CALL lake.system.rewrite_data_files(table => '{silver}.app_events_silver',"
                + " options => map('rewrite-all', 'true'))");
    }

    private void expire() {
        lake.sql("CALL lake.system.expire_snapshots(table => '{silver}.app_events_silver',"
                + " older_than => TIMESTAMP '2100-01-01T00:00:00Z', retain_last => 1)");
    }

    private Table source() {
        return lake.lake().table(Layer.SILVER, "app_events_silver");
    }

    private long snapshot(Layer layer, String table) {
        return lake.lake().table(layer, table).currentSnapshot().snapshotId();
    }

    private void event(String at, String user) {
        lake.insert(
                Layer.SILVER,
                "app_events_silver",
                "event_timestamp, event_type, user_id",
                "(TIMESTAMP '" + at + "Z', 'click', '" + user + "')");
    }
}
