package io.millrace.lake.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class KinesisBatchTest {
    /** The example event of the Lambda developer guide. */
    private static final String DOCUMENTED = """
            {"Records":[{"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"1",
            "sequenceNumber":"49590338271490256608559692538361571095921575989136588898",
            "data":"SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==","approximateArrivalTimestamp":1545084650.987},
            "eventSource":"aws:kinesis","eventVersion":"1.0",
            "eventID":"shardId-000000000006:49590338271490256608559692538361571095921575989136588898",
            "eventName":"aws:kinesis:record","invokeIdentityArn":"arn:aws:iam::123456789012:role/lambda-role",
            "awsRegion":"us-east-2",
            "eventSourceARN":"arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream"}]}""";

    @Test
    void the_documented_event_is_read() throws IOException {
        List<KinesisBatch> batches = read(DOCUMENTED);

        assertThat(batches).singleElement().satisfies(batch -> {
            assertThat(batch.shard()).isEqualTo(new ShardId("lambda-stream", "shardId-000000000006"));
            assertThat(batch.records()).singleElement().satisfies(record -> {
                assertThat(record.position())
                        .isEqualTo(Position.parse("49590338271490256608559692538361571095921575989136588898"));
                assertThat(record.arrivedAtMillis()).isEqualTo(1545084650987L);
                assertThat(record.data()).asString(UTF_8).isEqualTo("Hello, this is a test.");
            });
        });
    }

    @Test
    void records_keep_their_order() throws IOException {
        ShardId shard = new ShardId("events", "shardId-000000000000");
        List<StreamRecord> records = List.of(
                new StreamRecord(Position.of(9), 1, new byte[] {1}),
                new StreamRecord(Position.of(10), 2, new byte[] {2}));

        assertThat(KinesisBatch.read(KinesisEvents.of(shard, records)))
                .singleElement()
                .satisfies(batch -> assertThat(batch.records())
                        .extracting(StreamRecord::position)
                        .containsExactly(Position.of(9), Position.of(10)));
    }

    @Test
    void an_event_of_another_kind_is_an_error() {
        assertThatThrownBy(() -> read("[]"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot read Kinesis event: START_ARRAY instead of START_OBJECT");
        assertThatThrownBy(() -> read("{\"Records\":[{\"eventSource\":\"aws:sqs\"}]}"))
                .isInstanceOf(IOException.class)
                .hasMessage("Cannot read Kinesis event: a record has no eventSourceARN");
    }

    private static List<KinesisBatch> read(String event) throws IOException {
        return KinesisBatch.read(new ByteArrayInputStream(event.getBytes(UTF_8)));
    }
}
