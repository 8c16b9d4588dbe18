package io.millrace.local.host.poller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The sample event of "Using Lambda to process records from Amazon Kinesis Data Streams". */
    private static final String DOCUMENTED = """
            {
              "Records": [
                {
                  "kinesis": {
                    "kinesisSchemaVersion": "1.0",
                    "partitionKey": "1",
                    "sequenceNumber": "49590338271490256608559692538361571095921575989136588898",
                    "data": "SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==",
                    "approximateArrivalTimestamp": 1545084650.987
                  },
                  "eventSource": "aws:kinesis",
                  "eventVersion": "1.0",
                  "eventID": "shardId-000000000006:49590338271490256608559692538361571095921575989136588898",
                  "eventName": "aws:kinesis:record",
                  "invokeIdentityArn": "arn:aws:iam::123456789012:role/lambda-role",
                  "awsRegion": "us-east-2",
                  "eventSourceARN": "arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream"
                }
              ]
            }
            """;

    @Test
    void anEventLooksAsLambdaDocumentsIt() throws IOException {
        RecordEvents events = new RecordEvents(
                "lambda-role", "arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream", "shardId-000000000006");
        byte[] element = events.element(new StreamRecord(
                "49590338271490256608559692538361571095921575989136588898",
                "1",
                "Hello, this is a test.".getBytes(StandardCharsets.UTF_8),
                Instant.ofEpochMilli(1_545_084_650_987L)));
        assertThat(JSON.readTree(RecordEvents.event(List.of(element)))).isEqualTo(JSON.readTree(DOCUMENTED));
    }

    @Test
    void theEnvelopeIsAsLongAsTheBatchLimitCounts() {
        assertThat(RecordEvents.event(List.of())).hasSize(RecordEvents.ENVELOPE_BYTES);
    }
}
