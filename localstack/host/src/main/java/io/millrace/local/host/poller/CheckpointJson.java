package io.millrace.local.host.poller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A checkpoint as JSON, in Kinesis' own words: {@code {"position": "AFTER_SEQUENCE_NUMBER", "sequenceNumber": "…"}}. */
final class CheckpointJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckpointJson() {}

    static byte[] write(Checkpoint checkpoint) {
        ObjectNode document = JSON.createObjectNode();
        if (checkpoint instanceof Checkpoint.Next next) {
            if (next.position() instanceof Position.After after) {
                document.put("position", "AFTER_SEQUENCE_NUMBER").put("sequenceNumber", after.sequenceNumber());
            } else if (next.position() instanceof Position.At at) {
                document.put("position", "AT_TIMESTAMP")
                        .put("timestamp", at.timestamp().toString());
            } else {
                document.put("position", "TRIM_HORIZON");
            }
        } else {
            document.put("position", "SHARD_END");
        }
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Checkpoint read(byte[] json) throws IOException {
        JsonNode document = JSON.readTree(json);
        String position = document.path("position").asText();
        return switch (position) {
            case "AFTER_SEQUENCE_NUMBER" ->
                new Checkpoint.Next(
                        new Position.After(document.required("sequenceNumber").asText()));
            case "AT_TIMESTAMP" ->
                new Checkpoint.Next(new Position.At(
                        Instant.parse(document.required("timestamp").asText())));
            case "TRIM_HORIZON" -> new Checkpoint.Next(new Position.TrimHorizon());
            case "SHARD_END" -> new Checkpoint.ShardEnd();
            default -> throw new IOException("Cannot read a checkpoint: position '" + position + "'");
        };
    }
}
