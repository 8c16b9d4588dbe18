package io.millrace.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a map file:
 *
 * <pre>{@code
 * columns:                       # source column: field
 *   event: page
 *   timestamp: event_timestamp
 * times:                         # source column: how it is written
 *   timestamp: {format: "yyyy-MM-dd HH:mm:ss", zone: UTC}
 * constants:                     # field: the value in every event
 *   action: view
 * properties: rest               # or a list of columns, or none
 * }</pre>
 */
final class RowMapFile {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> KEYS = Set.of("columns", "times", "constants", "properties");

    private final Path file;

    private RowMapFile(Path file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException if the file is not a map; the message names what is wrong */
    static RowMap read(Path file) throws IOException {
        return new RowMapFile(file).read();
    }

    private RowMap read() throws IOException {
        JsonNode root = parse();
        onlyKeys(root, KEYS, "map");
        Map<String, String> columns = texts(root.path("columns"), "columns");
        if (columns.isEmpty()) {
            throw problem("it names no columns");
        }
        Map<String, TimeFormat> times = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> time : root.path("times").properties()) {
            if (!columns.containsKey(time.getKey())) {
                throw problem("times names the column '" + time.getKey() + "', which columns does not");
            }
            times.put(time.getKey(), time(time.getValue(), time.getKey()));
        }
        return new RowMap(
                columns, times, texts(root.path("constants"), "constants"), properties(root.get("properties")));
    }

    private JsonNode parse() throws IOException {
        try {
            JsonNode root = YAML.readTree(Files.readAllBytes(file));
            if (root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            throw problem("it is not YAML: " + e.getOriginalMessage());
        }
        throw problem("it is empty");
    }

    private TimeFormat time(JsonNode time, String column) {
        onlyKeys(time, Set.of("format", "zone"), "times." + column);
        try {
            return TimeFormat.of(
                    time.path("format").asText(), ZoneId.of(time.path("zone").asText("UTC")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw problem("times." + column + ": " + e.getMessage());
        }
    }

    private Optional<List<String>> properties(@Nullable JsonNode named) {
        if (named == null || named.asText().equals("rest")) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        if (!named.asText().equals("none")) {
            if (!named.isArray()) {
                throw problem("properties is '" + named.asText() + "': use rest, none or a list of columns");
            }
            named.forEach(column -> columns.add(column.asText()));
        }
        return Optional.of(columns);
    }

    private Map<String, String> texts(JsonNode node, String what) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getValue().isValueNode()) {
                throw problem(what + "." + entry.getKey() + " is not a single value");
            }
            texts.put(entry.getKey(), entry.getValue().asText());
        }
        return texts;
    }

    private void onlyKeys(JsonNode node, Set<String> allowed, String where) {
        for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!allowed.contains(key)) {
                throw problem(where + " has '" + key + "': it may have " + String.join(", ", new TreeSet<>(allowed)));
            }
        }
    }

    private IllegalArgumentException problem(String what) {
        return new IllegalArgumentException("Cannot read map " + file + ": " + what);
    }
}
