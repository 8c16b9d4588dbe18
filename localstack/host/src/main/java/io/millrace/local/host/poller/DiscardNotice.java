package io.millrace.local.host.poller;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.host.assembly.StreamMapping;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The message about a discarded batch: where the records are, not the records, as Lambda documents it for streams. */
record DiscardNotice(StreamMapping mapping, String shardId) {

    String of(Batch batch, Instant now) {
        String[] arn = mapping.streamArn().split(":", 6);
        ObjectNode notice = JsonNodeFactory.instance.objectNode();
        notice.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", "arn:aws:lambda:" + arn[3] + ":" + arn[4] + ":function:" + mapping.functionName())
                .put("condition", condition(batch))
                .put("approximateInvokeCount", batch.invocations());
        if (batch.invocations() > 0) {
            notice.putObject("responseContext")
                    .put("statusCode", 200)
                    .put("executedVersion", "$LATEST")
                    .put("functionError", "Unhandled");
        }
        notice.put("version", "1.0").put("timestamp", time(now));
        notice.putObject("KinesisBatchInfo")
                .put("shardId", shardId)
                .put("startSequenceNumber", batch.first().sequenceNumber())
                .put("endSequenceNumber", batch.last().sequenceNumber())
                .put(
                        "approximateArrivalOfFirstRecord",
                        time(batch.first().record().arrival()))
                .put(
                        "approximateArrivalOfLastRecord",
                        time(batch.last().record().arrival()))
                .put("batchSize", batch.size())
                .put("streamArn", mapping.streamArn());
        return notice.toString();
    }

    private static String condition(Batch batch) {
        return batch.stage() == Batch.Stage.DISCARD_EXPIRED ? "RecordAgeExceeded" : "RetryAttemptsExhausted";
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.MILLIS));
    }
}
