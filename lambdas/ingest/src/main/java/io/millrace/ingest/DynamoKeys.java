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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keys in a DynamoDB table: {@code key_hash} (S, partition key), {@code source} (S), {@code status} (S, active or
 * revoked), {@code datasets} and {@code origins} (SS, absent for all), {@code valid_until} (N, epoch seconds, absent for no
 * end). A call that may pass is made twice.
 */
final class DynamoKeys implements Keys {
    private static final JsonFactory JSON = new JsonFactory();

    private final AwsService dynamo;
    private final String table;
    private final InstantSource clock;

    DynamoKeys(AwsService dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<Source> find(String keyHash) {
        byte[] request = request(keyHash);
        try {
            return source(item(get(request)), clock.instant());
        } catch (AwsException | IOException e) {
            throw new KeysUnavailableException("Cannot look up a key in table " + table, e);
        }
    }

    private byte[] get(byte[] request) throws AwsException {
        try {
            return dynamo.call("GetItem", request);
        } catch (AwsException e) {
            if (!e.passing()) {
                throw e;
            }
            return dynamo.call("GetItem", request);
        }
    }

    private byte[] request(String keyHash) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(request)) {
            json.writeStartObject();
            json.writeStringField("TableName", table);
            json.writeObjectFieldStart("Key");
            json.writeObjectFieldStart("key_hash");
            json.writeStringField("S", keyHash);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write JSON to memory", e);
        }
        return request.toByteArray();
    }

    /** The texts of each attribute of an answer's {@code Item}: one of an S or N, several of an SS; empty for no item. */
    static Map<String, List<String>> item(byte[] answer) throws IOException {
        Map<String, List<String>> item = new HashMap<>();
        try (JsonParser json = JSON.createParser(answer)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isItem = json.currentName().equals("Item");
                json.nextToken();
                while (isItem && json.nextToken() == JsonToken.FIELD_NAME) {
                    String attribute = json.currentName();
                    json.nextToken();
                    item.put(attribute, texts(json));
                }
                json.skipChildren();
            }
        }
        return item;
    }

    /** Every text in the value that the parser stands on, to its end. */
    private static List<String> texts(JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING) {
                texts.add(json.getText());
            }
        }
        return texts;
    }

    /** The source that an item describes; empty for no item and for a key that is not active, or not any more. */
    static Optional<Source> source(Map<String, List<String>> item, Instant now) {
        List<String> name = item.getOrDefault("source", List.of());
        List<String> until = item.getOrDefault("valid_until", List.of());
        boolean over = !until.isEmpty() && now.getEpochSecond() >= Long.parseLong(until.get(0));
        if (name.isEmpty() || !List.of("active").equals(item.get("status")) || over) {
            return Optional.empty();
        }
        return Optional.of(new Source(name.get(0), texts(item, "datasets"), texts(item, "origins")));
    }

    private static Set<String> texts(Map<String, List<String>> item, String attribute) {
        return Set.copyOf(item.getOrDefault(attribute, List.of()));
    }
}
