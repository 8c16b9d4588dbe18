package io.millrace.lake.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.contract.Contracts;
import io.millrace.invocation.Invocation;
import io.millrace.lake.BatchReader;
import io.millrace.lake.FoldMark;
import io.millrace.lake.Position;
import io.millrace.lake.StreamRecord;
import io.millrace.metric.PlatformMetrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.Test;

/** Writer and committer over a ledger and a store in memory, and over real Iceberg tables in memory. */
class FunctionsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TableIdentifier BRONZE = TableIdentifier.of("test_bronze", "app_events_bronze");
    private static final TableIdentifier SILVER = TableIdentifier.of("test_silver", "app_events_silver");
    private static final TableIdentifier UNDECODABLE = TableIdentifier.of("test_bronze", "undecodable_quarantine");
    private static final String QUEUE_EVENT = "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"body\":\"{}\"}]}";
    private static final String SCHEDULE_EVENT = "{\"source\":\"aws.events\"}";

    private final MemoryLake lake = new MemoryLake();
    private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();

    @Test
    void every_copy_is_in_bronze_and_every_event_once_in_silver() throws IOException {
        List<StreamRecord> records = List.of(record(1, "e1", "e2"), record(2, "e2", "e3"));

        assertThat(Invocation.of(lake.writer(), KinesisEvents.of(lake.shard, records))
                        .path("batchItemFailures"))
                .isEmpty();
        Invocation.of(lake.writer(), KinesisEvents.of(lake.shard, records));
        Invocation.of(committer(), SCHEDULE_EVENT);
        Invocation.of(committer(), QUEUE_EVENT);

        assertThat(ids(BRONZE)).containsExactlyInAnyOrder("e1", "e2", "e2", "e3");
        assertThat(ids(SILVER)).containsExactlyInAnyOrder("e1", "e2", "e3");
    }

    @Test
    void the_schedule_makes_no_second_fold_in_an_interval_and_the_queue_does() throws IOException {
        Invocation.of(lake.writer(), KinesisEvents.of(lake.shard, List.of(record(1, "e1"))));
        Invocation.of(committer(), QUEUE_EVENT);
        Invocation.of(lake.writer(), KinesisEvents.of(lake.shard, List.of(record(2, "e2"))));

        Invocation.of(committer(), SCHEDULE_EVENT);
        assertThat(ids(SILVER)).containsExactly("e1");
        Invocation.of(committer(), QUEUE_EVENT);
        assertThat(ids(SILVER)).containsExactlyInAnyOrder("e1", "e2");
    }

    @Test
    void a_commit_tells_once_how_late_its_rows_are() throws IOException {
        Invocation.of(lake.writer(), KinesisEvents.of(lake.shard, List.of(record(1, "e1"))));
        Invocation.of(committer(), QUEUE_EVENT);
        Invocation.of(committer(), SCHEDULE_EVENT);

        List<String> late = metrics.toString(UTF_8)
                .lines()
                .filter(line -> line.contains(PlatformMetrics.FRESHNESS))
                .toList();
        assertThat(late).hasSize(1);
        JsonNode line = JSON.readTree(late.get(0));
        assertThat(line.path("Environment").asText()).isEqualTo("test");
        assertThat(line.path("Dataset").asText()).isEqualTo("app_events");
        assertThat(line.path("FreshnessSeconds").asDouble()).isPositive();
    }

    @Test
    void a_record_that_cannot_be_decoded_is_kept_and_its_neighbours_go_on() throws IOException {
        StreamRecord broken = new StreamRecord(Position.of(2), 0, "no frame".getBytes(UTF_8));

        Invocation.of(lake.writer(), KinesisEvents.of(lake.shard, List.of(record(1, "e1"), broken, record(3, "e2"))));
        Invocation.of(committer(), QUEUE_EVENT);

        assertThat(ids(SILVER)).containsExactlyInAnyOrder("e1", "e2");
        assertThat(lake.rows(UNDECODABLE))
                .singleElement()
                .satisfies(row -> assertThat(row.getField("_stage")).isEqualTo("decode"));
    }

    @Test
    void a_table_that_does_not_follow_the_ledger_fails_the_schedules_run_and_no_other_table() throws IOException {
        lake.catalog
                .loadTable(SILVER)
                .updateProperties()
                .set(FoldMark.KEY, "99")
                .commit();
        Invocation.of(lake.writer(), KinesisEvents.of(lake.shard, List.of(record(1, "e1"))));

        JsonNode answer = Invocation.of(committer(), QUEUE_EVENT);

        assertThat(answer.path("refused").path(SILVER.toString()).asText()).contains("it holds fold 99");
        assertThat(ids(BRONZE)).containsExactly("e1");
        assertThat(ids(SILVER)).isEmpty();
        assertThatThrownBy(() -> Invocation.of(committer(), SCHEDULE_EVENT))
                .hasMessageStartingWith("Cannot append to tables that do not follow the ledger: {" + SILVER);
    }

    @Test
    void a_table_that_is_not_there_yet_fails_the_batch_and_says_nothing_against_it() throws IOException {
        lake.catalog.dropTable(SILVER, false);

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() ->
                            Invocation.of(lake.writer(), KinesisEvents.of(lake.shard, List.of(record(1, "e1")))))
                    .hasMessage("Cannot open table test_silver.app_events_silver for writing");
        }
        lake.migrate(Contracts.bundled());
        Invocation.of(lake.writer(), KinesisEvents.of(lake.shard, List.of(record(1, "e1"))));
        Invocation.of(committer(), QUEUE_EVENT);

        assertThat(ids(SILVER)).containsExactly("e1");
    }

    @Test
    void a_claim_from_before_an_evolution_is_committed_after_it_and_its_writer_goes_on() throws IOException {
        WriterHandler old = lake.writer();
        Invocation.of(old, KinesisEvents.of(lake.shard, List.of(record(1, "e1"))));
        String path = "apps/app_events.yaml";
        Map<String, String> texts = new HashMap<>(Contracts.bundled().texts());
        texts.put(
                path,
                texts.get(path)
                        .replace(
                                "      - name: event_date",
                                "      - {name: note, logicalType: string, description: A note., classification:"
                                        + " public}\n"
                                        + "      - name: event_date"));
        Contracts next = Contracts.of("test", texts);

        lake.migrate(next);
        Invocation.of(old, KinesisEvents.of(lake.shard, List.of(record(2, "e2"))));
        Invocation.of(lake.writer(new BatchReader(next)), KinesisEvents.of(lake.shard, List.of(record(3, "e3"))));
        Invocation.of(committer(), QUEUE_EVENT);

        assertThat(lake.rows(SILVER))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.getField("note")).isNull())
                .extracting(row -> row.getField("event_id"))
                .containsExactlyInAnyOrder("e1", "e2", "e3");
    }

    private CommitterHandler committer() {
        return lake.committer(Duration.ofMinutes(1), new PrintStream(metrics, true, UTF_8));
    }

    private static StreamRecord record(long position, String... eventIds) {
        return new StreamRecord(
                Position.of(position), System.currentTimeMillis(), Events.frame("b" + position, eventIds));
    }

    private List<String> ids(TableIdentifier table) throws IOException {
        return lake.rows(table).stream()
                .map(row -> (String) row.getField("event_id"))
                .toList();
    }
}
