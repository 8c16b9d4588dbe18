package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.frame.CorruptFrameException;
import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import io.millrace.invocation.FakeContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The whole handler with fakes at its edges, driven through its real streams. */
final class Doorway {
    static final String KEY = "shop-key";
    static final String CLICKS_ONLY = "clicks-key";
    static final String SHOP_PAGE_ONLY = "page-key";

    static final Map<String, String> ENVIRONMENT = Map.of(
            "MILLRACE_ENV", "test",
            "MILLRACE_SERVICE_VERSION", "1.2.3",
            "MILLRACE_STREAM", "events",
            "MILLRACE_KEYS_TABLE", "keys",
            "MILLRACE_BUCKETS", "16",
            "MILLRACE_MAX_BODY_BYTES", "4194304",
            "MILLRACE_MAX_EVENTS", "500",
            "MILLRACE_MAX_EVENT_BYTES", "262144");

    private static final ObjectMapper JSON = new ObjectMapper();

    static final Source SHOP = new Source("shop", Set.of(), Set.of());

    final FakeStream stream = new FakeStream();
    final FakeClock clock = new FakeClock();
    final FakeKeys keys = new FakeKeys()
            .with(KEY, SHOP)
            .with(CLICKS_ONLY, new Source("clicks", Set.of("clickstream"), Set.of()))
            .with(SHOP_PAGE_ONLY, new Source("page", Set.of(), Set.of("https://shop.example")));
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final IngestHandler handler;

    /** What came back: the status, the headers and the body, parsed. */
    record Response(int status, JsonNode headers, JsonNode body) {
        String error() {
            return body.path("error").asText();
        }

        String message() {
            return body.path("message").asText();
        }

        JsonNode event(int index) {
            return body.path("events").path(index);
        }
    }

    Doorway() {
        this(Map.of());
    }

    Doorway(Map<String, String> otherwise) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.putAll(otherwise);
        handler = new IngestHandler(
                IngestSettings.from(environment),
                keys,
                new Publisher(stream, clock, new Random(7), clock),
                clock,
                new PrintStream(log, true, UTF_8));
    }

    Response send(Post post) {
        return send(post.format1());
    }

    Response send(byte[] proxyEvent) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            handler.handleRequest(
                    new ByteArrayInputStream(proxyEvent), out, new FakeContext("ingest", Duration.ofSeconds(29)));
            JsonNode answer = JSON.readTree(out.toByteArray());
            String body = answer.path("body").asText();
            return new Response(
                    answer.path("statusCode").asInt(),
                    answer.path("headers"),
                    body.isEmpty() ? JSON.missingNode() : JSON.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String log() {
        return log.toString(UTF_8);
    }

    JsonNode lastLogLine() {
        List<String> lines = log().lines().toList();
        try {
            return JSON.readTree(lines.get(lines.size() - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The frames that the stream took. */
    List<Frame> frames() {
        return stream.taken.stream().map(Doorway::frame).toList();
    }

    /** The events that the stream took, in the order of the post. */
    List<Entry> entries() {
        return frames().stream()
                .flatMap(f -> f.entries().stream())
                .sorted(Comparator.comparing(Entry::index))
                .toList();
    }

    static Frame frame(StreamRecord record) {
        try {
            return FrameCodec.decode(record.data());
        } catch (CorruptFrameException e) {
            throw new IllegalStateException(e);
        }
    }
}
