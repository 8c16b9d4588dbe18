package io.millrace.lake.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The records of one shard, as Lambda's Kinesis event brings them
 * (https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html). Read as a stream: the payload is megabytes of base64.
 */
record KinesisBatch(ShardId shard, List<StreamRecord> records) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads an event's batches; Lambda sends one shard's records in an event, so there is one.
     *
     * @throws IOException if it is not a Kinesis event
     */
    static List<KinesisBatch> read(InputStream event) throws IOException {
        Map<ShardId, List<StreamRecord>> byShard = new TreeMap<>();
        try (JsonParser json = JSON.createParser(event)) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean records = json.currentName().equals("Records");
                JsonToken value = json.nextToken();
                if (!records) {
                    json.skipChildren();
                    continue;
                }
                expect(json, value, JsonToken.START_ARRAY);
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    EventRecord record = EventRecord.read(json);
                    byShard.computeIfAbsent(record.shard(), shard -> new ArrayList<>())
                            .add(record.streamRecord());
                }
            }
        }
        return byShard.entrySet().stream()
                .map(entry -> new KinesisBatch(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private static void expect(JsonParser json, @Nullable JsonToken found, JsonToken expected) throws IOException {
        if (found != expected) {
            throw new IOException("Cannot read Kinesis event: " + found + " instead of " + expected + " at "
                    + json.currentLocation().offsetDescription());
        }
    }

    private static final class EventRecord {
        private @Nullable String eventId;
        private @Nullable String streamArn;
        private @Nullable String sequenceNumber;
        private byte @Nullable [] data;
        private BigDecimal arrivedAtSeconds = BigDecimal.ZERO;
        private String partitionKey = "";

        static EventRecord read(JsonParser json) throws IOException {
            EventRecord record = new EventRecord();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "eventID" -> record.eventId = json.getText();
                    case "eventSourceARN" -> record.streamArn = json.getText();
                    case "kinesis" -> record.readKinesis(json);
                    default -> json.skipChildren();
                }
            }
            return record;
        }

        private void readKinesis(JsonParser json) throws IOException {
            expect(json, json.currentToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "sequenceNumber" -> sequenceNumber = json.getText();
                    case "partitionKey" -> partitionKey = json.getText();
                    case "data" -> data = json.getBinaryValue();
                    case "approximateArrivalTimestamp" -> arrivedAtSeconds = json.getDecimalValue();
                    default -> json.skipChildren();
                }
            }
        }

        /** {@code arn:aws:kinesis:REGION:ACCOUNT:stream/NAME} and {@code SHARD:SEQUENCE}. */
        ShardId shard() throws IOException {
            String arn = present("eventSourceARN", streamArn);
            String id = present("eventID", eventId);
            return new ShardId(arn.substring(arn.indexOf('/') + 1), id.substring(0, id.indexOf(':')));
        }

        StreamRecord streamRecord() throws IOException {
            return new StreamRecord(
                    Position.parse(present("kinesis.sequenceNumber", sequenceNumber)),
                    arrivedAtSeconds.movePointRight(3).longValue(),
                    partitionKey,
                    present("kinesis.data", data));
        }

        private static <T> T present(String name, @Nullable T value) throws IOException {
            if (value == null) {
                throw new IOException("Cannot read Kinesis event: a record has no " + name);
            }
            return value;
        }
    }
}
