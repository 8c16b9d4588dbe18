package io.millrace.local.gateway.athena;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.gateway.upstream.EmulatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A store with given answers, and one bucket, {@code out}. */
final class FakeStore implements Store {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, String> objects = new TreeMap<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    /** What a call answers with. */
    void answer(String target, String request, String response) {
        answers.put(target + request, response);
    }

    void workgroup(String name, String state, String configuration) {
        answer(
                "AmazonAthena.GetWorkGroup",
                "{\"WorkGroup\":\"" + name + "\"}",
                "{\"WorkGroup\":{\"Name\":\"" + name + "\",\"State\":\"" + state + "\",\"Configuration\":"
                        + configuration + "}}");
    }

    @Override
    public JsonNode call(String service, String target, JsonNode request) throws IOException {
        String answer = answers.get(target + request);
        if (answer == null) {
            throw new EmulatorException(400, "EntityNotFoundException", "no " + request);
        }
        return JSON.readTree(answer);
    }

    @Override
    public synchronized void put(String bucket, String key, Path file, String contentType) throws IOException {
        if (!bucket.equals("out")) {
            throw new EmulatorException(404, "S3Error", "NoSuchBucket: " + bucket);
        }
        objects.put(key, Files.readString(file, UTF_8));
    }
}
