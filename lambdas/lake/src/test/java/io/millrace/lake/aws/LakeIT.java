package io.millrace.lake.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The three functions in their order, over real services: migrate, write what a stream holds, commit, read back. */
class LakeIT {
    private static final JsonMapper JSON = new JsonMapper();

    private TestEndpoint endpoint;
    private String stream;
    private String environment;

    @BeforeEach
    void createResources() {
        endpoint = TestEndpoint.withGlue();
        environment = "it" + endpoint.run;
        stream = "millrace-" + environment + "-events-g1";
        String bucket = "millrace-" + environment + "-lake";
        String ledger = "millrace-" + environment + "-ledger";
        String queue = "millrace-" + environment + "-commits.fifo";
        AwsAccess aws = endpoint.access();
        aws.s3().createBucket(create -> create.bucket(bucket));
        LedgerTables.create(aws.dynamoDb(), ledger);
        aws.kinesis().createStream(create -> create.streamName(stream).shardCount(1));
        aws.kinesis().waiter().waitUntilStreamExists(wait -> wait.streamName(stream));
        String queueUrl = aws.sqs()
                .createQueue(
                        create -> create.queueName(queue).attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
                .queueUrl();
        endpoint.with("MILLRACE_ENV", environment)
                .with("MILLRACE_STREAM", stream)
                .with("MILLRACE_LEDGER_TABLE", ledger)
                .with("MILLRACE_LAKE_BUCKET", bucket)
                .with("MILLRACE_COMMIT_QUEUE_URL", queueUrl)
                .with("MILLRACE_COMMIT_INTERVAL_SECONDS", "10")
                .with("MILLRACE_DEDUP_WINDOW_MINUTES", "60");
    }

    @Test
    void what_the_stream_holds_is_in_the_tables_once() throws IOException {
        JsonNode migrated = invoke(new MigrateHandler(endpoint.environment()), "{}");
        assertThat(migrated.path("streamBegun").asBoolean()).isTrue();
        assertThat(migrated.at("/tables/created")).isNotEmpty();

        put(frame("b1", "e1", "e2"));
        put(frame("b2", "e2", "e3"));
        List<StreamRecord> records = records();
        ShardId shard = new ShardId(stream, "shardId-000000000000");
        WriterHandler writer = new WriterHandler(endpoint.environment());
        assertThat(invoke(writer, KinesisEvents.of(shard, records)).path("batchItemFailures"))
                .isEmpty();
        // The same records once more, to the same process and to another.
        invoke(writer, KinesisEvents.of(shard, records));
        invoke(new WriterHandler(endpoint.environment()), KinesisEvents.of(shard, records));

        CommitterHandler committer = new CommitterHandler(endpoint.environment());
        invoke(committer, "{}");
        invoke(new CommitterHandler(endpoint.environment()), "{}");

        assertThat(ids("bronze", "app_events_bronze")).containsExactlyInAnyOrder("e1", "e2", "e2", "e3");
        assertThat(ids("silver", "app_events_silver")).containsExactlyInAnyOrder("e1", "e2", "e3");

        put(frame("b3", "e3", "e4"));
        invoke(writer, KinesisEvents.of(shard, records()));
        assertThat(invoke(committer, "{}").path("behind")).isEmpty();
        assertThat(ids("silver", "app_events_silver")).containsExactlyInAnyOrder("e1", "e2", "e3", "e4");

        JsonNode again = invoke(new MigrateHandler(endpoint.environment()), "{}");
        assertThat(again.path("streamBegun").asBoolean()).isFalse();
        assertThat(again.at("/tables/created")).isEmpty();
        assertThat(again.at("/tables/evolved")).isEmpty();
    }

    private static byte[] frame(String batch, String... eventIds) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<Entry> entries = new ArrayList<>();
        for (String id : eventIds) {
            String event = """
                    {"event_id":"%s","event_type":"click","event_timestamp":"%s","user_id":"u1"}""".formatted(id, now);
            entries.add(new Entry("app_events", "1.0.0", entries.size(), null, event.getBytes(UTF_8), null));
        }
        return FrameCodec.encode(new Frame(batch, now, "shop", "test", null, entries));
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

    private static JsonNode invoke(RequestStreamHandler handler, String event) throws IOException {
        return invoke(handler, new ByteArrayInputStream(event.getBytes(UTF_8)));
    }

    private static JsonNode invoke(RequestStreamHandler handler, InputStream event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(event, answer, null);
        return JSON.readTree(answer.toByteArray());
    }
}
