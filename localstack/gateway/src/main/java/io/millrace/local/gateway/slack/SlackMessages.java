package io.millrace.local.gateway.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last messages, oldest first, in memory and in a file with a line each. */
final class SlackMessages {
    static final int MAX = 200;

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Deque<JsonNode> last = new ArrayDeque<>();

    SlackMessages(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                last.add(JSON.readTree(line));
            }
        }
    }

    synchronized void add(JsonNode message) {
        last.add(message);
        while (last.size() > MAX) {
            last.remove();
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, last.stream().map(JsonNode::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a message in " + file, e);
        }
    }

    synchronized List<JsonNode> all() {
        return List.copyOf(last);
    }
}
