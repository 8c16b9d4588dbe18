package io.millrace.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.invocation.Invocation;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** The three functions in their order, over real services: migrate, write what a stream holds, commit, read back. */
class LakeIT {
    private TestEndpoint endpoint;
    private String stream;
    private String environment;

    @BeforeEach
    void createResources() {
        LakeResources lake = LakeResources.create();
        endpoint = lake.endpoint();
        environment = lake.environment();
        stream = lake.stream();
    }

    @Test
    void what_the_stream_holds_is_in_the_tables_once() throws IOException {
        JsonNode migrated = Invocation.of(new MigrateHandler(endpoint.environment()), "{}");
        assertThat(migrated.path("streamBegun").asBoolean()).isTrue();
        assertThat(migrated.at("/tables/created")).isNotEmpty();

        put(Events.frame("b1", "e1", "e2"));
        put(Events.frame("b2", "e2", "e3"));
        List<StreamRecord> records = records();
        ShardId shard = new ShardId(stream, "shardId-000000000000");
        WriterHandler writer = new WriterHandler(endpoint.environment());
        assertThat(Invocation.of(writer, KinesisEvents.of(shard, records)).path("batchItemFailures"))
                .isEmpty();
        // The same records once more, to the same process and to another.
        Invocation.of(writer, KinesisEvents.of(shard, records));
        Invocation.of(new WriterHandler(endpoint.environment()), KinesisEvents.of(shard, records));

        CommitterHandler committer = new CommitterHandler(endpoint.environment());
        Invocation.of(committer, "{}");
        Invocation.of(new CommitterHandler(endpoint.environment()), "{}");

        assertThat(ids("bronze", "app_events_bronze")).containsExactlyInAnyOrder("e1", "e2", "e2", "e3");
        assertThat(ids("silver", "app_events_silver")).containsExactlyInAnyOrder("e1", "e2", "e3");

        put(Events.frame("b3", "e3", "e4"));
        Invocation.of(writer, KinesisEvents.of(shard, records()));
        assertThat(Invocation.of(committer, "{}").path("behind")).isEmpty();
        assertThat(ids("silver", "app_events_silver")).containsExactlyInAnyOrder("e1", "e2", "e3", "e4");

        JsonNode again = Invocation.of(new MigrateHandler(endpoint.environment()), "{}");
        assertThat(again.path("streamBegun").asBoolean()).isFalse();
        assertThat(again.at("/tables/created")).isEmpty();
        assertThat(again.at("/tables/evolved")).isEmpty();
    }

    @Test
    void rivals_are_slow_and_never_wrong() throws Exception {
        Invocation.of(new MigrateHandler(endpoint.environment()), "{}");
        ShardId shard = new ShardId(stream, "shardId-000000000000");
        List<StreamRecord> records = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            String id = "e" + i;
            expected.add(id);
            records.add(new StreamRecord(Position.of(i), System.currentTimeMillis(), Events.frame("b" + i, id)));
        }
        ExecutorService processes = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int process = 0; process < 2; process++) {
                running.add(processes.submit(() -> {
                    WriterHandler writer = new WriterHandler(endpoint.environment());
                    for (int from = 0; from < records.size(); from += 10) {
                        Invocation.of(writer, KinesisEvents.of(shard, records.subList(from, from + 10)));
                    }
                    return null;
                }));
                running.add(processes.submit(() -> {
                    CommitterHandler committer = new CommitterHandler(endpoint.environment());
                    for (int run = 0; run < 10; run++) {
                        Invocation.of(committer, "{}");
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            processes.shutdown();
        }
        Invocation.of(new CommitterHandler(endpoint.environment()), "{}");

        assertThat(ids("bronze", "app_events_bronze")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(ids("silver", "app_events_silver")).containsExactlyInAnyOrderElementsOf(expected);
    }

    private void put(byte[] frame) {
        endpoint.access()
                .kinesis()
                .putRecord(put -> put.streamName(stream).partitionKey("p").data(SdkBytes.fromByteArray(frame)));
    }

    private List<StreamRecord> records() {
        KinesisClient kinesis = endpoint.access().kinesis();
        String iterator = kinesis.getShardIterator(get -> get.streamName(stream)
                        .shardId("shardId-000000000000")
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        return kinesis.getRecords(get -> get.shardIterator(iterator)).records().stream()
                .map(record -> new StreamRecord(
                        Position.parse(record.sequenceNumber()),
                        record.approximateArrivalTimestamp().toEpochMilli(),
                        record.data().asByteArray()))
                .toList();
    }

    private List<String> ids(String layer, String table) throws IOException {
        TableIdentifier identifier = TableIdentifier.of(environment + "_" + layer, table);
        List<String> ids = new ArrayList<>();
        try (var catalog = endpoint.access().catalog("millrace-" + environment + "-lake");
                var rows = IcebergGenerics.read(catalog.loadTable(identifier)).build()) {
            for (Record row : rows) {
                ids.add((String) row.getField("event_id"));
            }
        }
        return ids;
    }
}
