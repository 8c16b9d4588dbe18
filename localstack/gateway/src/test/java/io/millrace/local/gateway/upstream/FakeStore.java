package io.millrace.local.gateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store with given answers, one bucket, {@code out}, and a Glue catalog that keeps tables: an update must name the
 * version that it was made on.
 */
public final class FakeStore implements Store {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> objects = new TreeMap<>();
    private final Map<String, ObjectNode> tables = new TreeMap<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    /** What a call answers with. */
    public void answer(String target, String request, String response) {
        answers.put(target + request, response);
    }

    public void workgroup(String name, String state, String configuration) {
        answer(
                "AmazonAthena.GetWorkGroup",
                "{\"WorkGroup\":\"" + name + "\"}",
                "{\"WorkGroup\":{\"Name\":\"" + name + "\",\"State\":\"" + state + "\",\"Configuration\":"
                        + configuration + "}}");
    }

    /** The objects' texts by their keys. */
    public synchronized Map<String, String> objects() {
        Map<String, String> texts = new TreeMap<>();
        objects.forEach((key, content) -> texts.put(key, new String(content, UTF_8)));
        return texts;
    }

    /** A table's entry as GetTable gives it. */
    public synchronized JsonNode table(String database, String name) {
        return tables.get(database + "." + name);
    }

    /** Puts a table's entry as it is. */
    public synchronized void table(String database, ObjectNode entry) {
        tables.put(
                database + "." + entry.path("Name").asText(), entry.deepCopy().put("VersionId", "1"));
    }

    @Override
    public synchronized JsonNode call(String service, String target, JsonNode request) throws IOException {
        String answer = answers.get(target + request);
        if (answer != null) {
            return JSON.readTree(answer);
        }
        String database = request.path("DatabaseName").asText();
        JsonNode input = request.path("TableInput");
        String table =
                database + "." + input.path("Name").asText(request.path("Name").asText());
        switch (target) {
            case "AWSGlue.GetTable" -> {
                return JSON.createObjectNode().set("Table", found(table));
            }
            case "AWSGlue.GetTables" -> {
                ObjectNode list = JSON.createObjectNode();
                list.putArray("TableList");
                tables.forEach((name, entry) -> {
                    if (name.startsWith(database + ".")) {
                        list.withArray("TableList").add(entry);
                    }
                });
                return list;
            }
            case "AWSGlue.CreateTable" -> {
                if (tables.containsKey(table)) {
                    throw new EmulatorException(400, "AlreadyExistsException", table);
                }
                table(database, (ObjectNode) input);
            }
            case "AWSGlue.UpdateTable" -> {
                long version = found(table).path("VersionId").asLong();
                if (request.path("VersionId").asLong() != version) {
                    throw new EmulatorException(400, "ConcurrentModificationException", table + " has changed");
                }
                tables.put(table, ((ObjectNode) input).deepCopy().put("VersionId", Long.toString(version + 1)));
            }
            case "AWSGlue.DeleteTable" -> {
                found(table);
                tables.remove(table);
            }
            default -> throw new EmulatorException(400, "EntityNotFoundException", "no " + request);
        }
        return JSON.createObjectNode();
    }

    @Override
    public synchronized void put(String bucket, String key, Path file, String contentType) throws IOException {
        put(bucket, key, Files.readAllBytes(file));
    }

    @Override
    public synchronized void put(String bucket, String key, byte[] content) throws IOException {
        check(bucket);
        objects.put(key, content);
    }

    @Override
    public synchronized byte[] get(String bucket, String key) throws IOException {
        check(bucket);
        byte[] content = objects.get(key);
        if (content == null) {
            throw new EmulatorException(404, "S3Error", "NoSuchKey: " + key);
        }
        return content;
    }

    @Override
    public synchronized void delete(String bucket, String key) throws IOException {
        check(bucket);
        objects.remove(key);
    }

    private ObjectNode found(String table) throws EmulatorException {
        ObjectNode entry = tables.get(table);
        if (entry == null) {
            throw new EmulatorException(400, "EntityNotFoundException", "no table " + table);
        }
        return entry;
    }

    private static void check(String bucket) throws EmulatorException {
        if (!bucket.equals("out")) {
            throw new EmulatorException(404, "S3Error", "NoSuchBucket: " + bucket);
        }
    }
}
