package io.millrace.lake.aws;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Lambda's Kinesis event, as AWS documents it. */
final class KinesisEvents {
    private static final JsonMapper JSON = new JsonMapper();

    static InputStream of(ShardId shard, List<StreamRecord> records) {
        ObjectNode event = JSON.createObjectNode();
        var list = event.putArray("Records");
        for (StreamRecord record : records) {
            ObjectNode each = list.addObject();
            each.putObject("kinesis")
                    .put("kinesisSchemaVersion", "1.0")
                    .put("partitionKey", "1")
                    .put("sequenceNumber", record.position().toString())
                    .put("data", record.data())
                    .put(
                            "approximateArrivalTimestamp",
                            BigDecimal.valueOf(record.arrivedAtMillis()).movePointLeft(3));
            each.put("eventSource", "aws:kinesis")
                    .put("eventVersion", "1.0")
                    .put("eventID", shard.shard() + ":" + record.position())
                    .put("eventName", "aws:kinesis:record")
                    .put("invokeIdentityArn", "arn:aws:iam::123456789012:role/lambda-role")
                    .put("awsRegion", "us-east-1")
                    .put("eventSourceARN", "arn:aws:kinesis:us-east-1:123456789012:stream/" + shard.stream());
        }
        try {
            return new ByteArrayInputStream(JSON.writeValueAsBytes(event));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KinesisEvents() {}
}
