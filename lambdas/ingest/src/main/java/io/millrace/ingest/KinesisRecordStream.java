package io.millrace.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.ingest.aws.AwsException;
import io.millrace.ingest.aws.AwsService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PutRecords of Kinesis Data Streams, each call made once: only {@link Publisher} knows the deadline. */
final class KinesisRecordStream implements RecordStream {
    private static final String THROTTLED = "ProvisionedThroughputExceededException";
    private static final JsonFactory JSON = new JsonFactory();

    private final AwsService kinesis;
    private final String stream;

    KinesisRecordStream(AwsService kinesis, String stream) {
        this.kinesis = kinesis;
        this.stream = stream;
    }

    @Override
    public List<Outcome> put(List<StreamRecord> records) throws StreamFailedException {
        String what = "Cannot put records to stream " + stream;
        try {
            List<Outcome> outcomes = outcomes(kinesis.call("PutRecords", request(stream, records)));
            if (outcomes.size() != records.size()) {
                throw new IOException(outcomes.size() + " results for " + records.size() + " records");
            }
            return outcomes;
        } catch (AwsException e) {
            throw new StreamFailedException(what, e.throttled(), e);
        } catch (IOException e) {
            throw new StreamFailedException(what, false, e);
        }
    }

    static byte[] request(String stream, List<StreamRecord> records) {
        int bytes = records.stream().mapToInt(StreamRecord::size).sum();
        ByteArrayOutputStream request = new ByteArrayOutputStream(bytes * 4 / 3 + 128 * records.size() + 64);
        try (JsonGenerator json = JSON.createGenerator(request)) {
            json.writeStartObject();
            json.writeStringField("StreamName", stream);
            json.writeArrayFieldStart("Records");
            for (StreamRecord each : records) {
                json.writeStartObject();
                json.writeBinaryField("Data", each.data());
                json.writeStringField("ExplicitHashKey", each.hashKey());
                json.writeStringField("PartitionKey", each.partitionKey());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write JSON to memory", e);
        }
        return request.toByteArray();
    }

    /** The outcome of each record, by the error codes of an answer's {@code Records}. */
    static List<Outcome> outcomes(byte[] answer) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        try (JsonParser json = JSON.createParser(answer)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean records = json.currentName().equals("Records");
                if (json.nextToken() == JsonToken.START_ARRAY && records) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        outcomes.add(outcome(errorCode(json)));
                    }
                }
                json.skipChildren();
            }
        }
        return outcomes;
    }

    private static @Nullable String errorCode(JsonParser json) throws IOException {
        String code = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean error = json.currentName().equals("ErrorCode");
            json.nextToken();
            code = error ? json.getValueAsString() : code;
            json.skipChildren();
        }
        return code;
    }

    /** What a result's error code means; Kinesis gives none for a record that it took. */
    static Outcome outcome(@Nullable String errorCode) {
        if (errorCode == null) {
            return Outcome.TAKEN;
        }
        return errorCode.equals(THROTTLED) ? Outcome.THROTTLED : Outcome.FAILED;
    }
}
