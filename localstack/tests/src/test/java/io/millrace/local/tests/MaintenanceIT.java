package io.millrace.local.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.local.platform.Platform;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import io.millrace.target.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Maintenance and the exact pass beside traffic, while the committer comes and goes: every row stays, once. */
@ExtendWith(LocalPlatform.class)
final class MaintenanceIT {
    private static final String TABLES = "tables=silver.app_events_silver,silver.clickstream_clicks_silver,"
            + "bronze.app_events_bronze,bronze.clickstream_bronze";
    private static final String SOURCE = "maintained-traffic";
    private static final String STRAY = "warehouse/local_silver/app_events_silver/data/nobody-s.parquet";
    private static final Duration ORPHAN_AGE = Duration.ofMinutes(1);

    private final HostFaults committer = HostFaults.of("lake-committer");

    @AfterEach
    void commit() {
        committer.goOn();
    }

    @Test
    void rows_stay_while_files_are_compacted_states_expire_and_the_committer_is_away() {
        String key = LocalPlatform.millrace("keys", "create", SOURCE)
                .succeeded()
                .out()
                .strip();
        Running simulation = LocalPlatform.start(
                "simulate",
                "--source",
                "web,clickstream",
                "--events",
                "24000",
                "--rate",
                "200",
                "--seed",
                "11",
                "--key",
                key,
                "--duplicates",
                "0.02",
                "--invalid",
                "0.02");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> maintain().findValuesAsText("files_read").stream().anyMatch(files -> !files.equals("0")));

        committer.stop();
        // Left now, so that no run before this one finds it old enough.
        String stray = leaveStray();
        Instant stopped = Instant.now();
        maintain();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Instant.now().isAfter(stopped.plus(ORPHAN_AGE)));
        JsonNode refused = maintain();
        assertThat(refused.at("/orphans/refused").asText()).contains("is not in its tables");
        assertThat(exists(stray)).isTrue();
        committer.goOn();

        JsonNode tally = simulation.await(Duration.ofMinutes(5)).succeeded().json();
        LocalPlatform.settle();
        JsonNode last = maintain();
        assertThat(last.path("orphans").has("refused")).as("%s", last).isFalse();
        assertThat(exists(stray)).isFalse();
        assertThat(last.findValuesAsText("snapshots")).anyMatch(snapshots -> !snapshots.equals("0"));
        Traffic.holdsExactly(tally, SOURCE);
        LocalPlatform.millrace("ledger").succeeded();
    }

    /** Copies of one id go to the shards of their users, whose windows do not know each other. */
    @Test
    void copies_in_several_shards_reach_silver_and_the_exact_pass_leaves_one() {
        Instant begin = Instant.now();
        String id = "copied " + begin;
        String copies =
                IntStream.range(0, 32).mapToObj(user -> """
                        {"event_id":"%s","event_type":"click","event_timestamp":"2026-03-01T12:00:00Z","user_id":"u%d"}""".formatted(id, user)).collect(Collectors.joining("\n"));
        assertThat(Ingest.ofPlatform()
                        .post("/v1/events/app_events", copies.getBytes(UTF_8))
                        .status())
                .isEqualTo(200);
        LocalPlatform.settle();
        String count = "select count(*) from local_silver.app_events_silver where event_id = '" + id + "'";
        long before = LocalPlatform.count(count);
        assertThat(before).as("copies in the windows of several shards").isGreaterThan(1);

        JsonNode result = LocalPlatform.millrace("run", "exact-dedup", "tables=app_events_silver")
                .succeeded()
                .json();

        assertThat(result.at("/result/tables/0/copies").asLong()).isGreaterThanOrEqualTo(before - 1);
        assertThat(LocalPlatform.count(count)).isEqualTo(1);
        LocalPlatform.settle();
        LocalPlatform.millrace("ledger").succeeded();
        assertThat(LocalPlatform.millrace("run", "exact-dedup", "tables=app_events_silver")
                        .succeeded()
                        .json()
                        .at("/result/tables/0/copies")
                        .asLong())
                .isZero();
    }

    private static JsonNode maintain() {
        return LocalPlatform.millrace(
                        "run", "maintenance", TABLES, "min_files=2", "snapshot_age=PT10S", "orphan_age=" + ORPHAN_AGE)
                .succeeded()
                .json()
                .path("result");
    }

    private static String leaveStray() {
        try (S3Client s3 = target().clients().s3()) {
            s3.putObject(put -> put.bucket(bucket()).key(STRAY), RequestBody.fromString("nobody's"));
        }
        return STRAY;
    }

    private static boolean exists(String key) {
        try (S3Client s3 = target().clients().s3()) {
            return s3.listObjectsV2(list -> list.bucket(bucket()).prefix(key)).hasContents();
        }
    }

    private static Target target() {
        return Targets.local(Platform.at(Checkout.root(), Checkout.state()));
    }

    private static String bucket() {
        return StackOutputs.of(target()).need("LakeBucket");
    }
}
