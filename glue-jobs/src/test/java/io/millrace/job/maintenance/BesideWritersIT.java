package io.millrace.job.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Appends and maintenance at once, on one table. */
class BesideWritersIT {
    private static final int APPENDS = 13;

    private final TestLake lake = new TestLake();

    @Test
    void appendsGoOnAndNoRowIsLostOrThereTwice() throws Exception {
        lake.create("app_events");
        // As tables of a deployment have it.
        lake.sql("ALTER TABLE {silver}.app_events_silver SET TBLPROPERTIES ('commit.retry.num-retries'='20')");
        append(0);
        CompletableFuture<Void> writer =
                CompletableFuture.runAsync(() -> IntStream.range(1, APPENDS).forEach(this::append));
        while (!writer.isDone()) {
            lake.run(
                    new MaintenanceJob(),
                    "--tables",
                    "app_events_silver",
                    "--min_files",
                    "2",
                    "--snapshot_age",
                    "PT0S");
        }
        writer.join();

        assertThat(lake.lines("SELECT count(DISTINCT event_id), count(*) FROM {silver}.app_events_silver"))
                .containsExactly(APPENDS + " | " + APPENDS);
    }

    private void append(int event) {
        lake.insert(
                Layer.SILVER,
                "app_events_silver",
                "event_id, user_id, event_timestamp",
                "('e" + event + "', 'u', TIMESTAMP '2026-03-01T12:00:00Z')");
    }
}
