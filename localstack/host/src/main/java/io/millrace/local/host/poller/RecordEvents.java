package io.millrace.local.host.poller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Kinesis records as the JSON that Lambda hands to a function.
 *
 * @param functionName also stands for the function's role in {@code invokeIdentityArn}
 */
record RecordEvents(String functionName, String streamArn, String shardId) {

    private static final byte[] OPEN = "{\"Records\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CLOSE = "]}".getBytes(StandardCharsets.UTF_8);

    /** Bytes of an event beside its records and the commas between them. */
    static final int ENVELOPE_BYTES = 14;

    /** One element of {@code Records}. */
    byte[] element(StreamRecord record) {
        String[] arn = streamArn.split(":", 6);
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        element.putObject("kinesis")
                .put("kinesisSchemaVersion", "1.0")
                .put("partitionKey", record.partitionKey())
                .put("sequenceNumber", record.sequenceNumber())
                .put("data", record.data())
                .put(
                        "approximateArrivalTimestamp",
                        BigDecimal.valueOf(record.arrival().toEpochMilli(), 3));
        element.put("eventSource", "aws:kinesis")
                .put("eventVersion", "1.0")
                .put("eventID", shardId + ":" + record.sequenceNumber())
                .put("eventName", "aws:kinesis:record")
                .put("invokeIdentityArn", "arn:aws:iam::" + arn[4] + ":role/" + functionName)
                .put("awsRegion", arn[3])
                .put("eventSourceARN", streamArn);
        return element.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The event with these elements. */
    static byte[] event(List<byte[]> elements) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.writeBytes(OPEN);
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                event.write(',');
            }
            event.writeBytes(elements.get(i));
        }
        event.writeBytes(CLOSE);
        return event.toByteArray();
    }
}
