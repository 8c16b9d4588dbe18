package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.invocation.FakeContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The ingest function as API Gateway drives it, from the bytes of the proxy event to those of the answer, with a stream
 * and keys in memory. Its log is written and thrown away.
 */
public final class MemoryDoor {
    private static final String KEY = "benchmark-key";
    private static final Source SOURCE = new Source("benchmark", Set.of(), Set.of());
    private static final byte[] ANSWERED = "{\"statusCode\":20".getBytes(US_ASCII);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Context INVOCATION = new FakeContext("ingest", Duration.ofSeconds(15));

    /** What the function reads from its environment. */
    public static final Map<String, String> ENVIRONMENT = Map.of(
            "MILLRACE_ENV", "benchmark",
            "MILLRACE_SERVICE_VERSION", "0.1.0",
            "MILLRACE_STREAM", "events",
            "MILLRACE_KEYS_TABLE", "keys",
            "MILLRACE_BUCKETS", "8",
            "MILLRACE_MAX_BODY_BYTES", "4194304",
            "MILLRACE_MAX_EVENTS", "500",
            "MILLRACE_MAX_EVENT_BYTES", "262144");

    private final MemoryStream stream = new MemoryStream();
    private final IngestHandler handler;

    public MemoryDoor() {
        String known = KeyHash.of(KEY);
        InstantSource clock = InstantSource.system();
        handler = new IngestHandler(
                IngestSettings.from(ENVIRONMENT),
                hash -> hash.equals(known) ? Optional.of(SOURCE) : Optional.empty(),
                new Publisher(stream, clock, new Random(7), time -> Thread.sleep(time.toMillis())),
                clock,
                new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    }

    /** The proxy event that our REST API makes of a POST: every body is binary to it, and so in base64. */
    public static byte[] request(String dataset, byte[] body) {
        ObjectNode event = JSON.createObjectNode();
        event.put("resource", "/v1/events/{dataset}");
        event.put("path", "/v1/events/" + dataset);
        event.put("httpMethod", "POST");
        event.putObject("headers")
                .put("Content-Type", "application/json")
                .put("User-Agent", "okhttp/4.12.0")
                .put("X-Api-Key", KEY)
                .put("X-Forwarded-For", "203.0.113.9");
        event.putNull("queryStringParameters");
        event.putObject("pathParameters").put("dataset", dataset);
        event.putObject("requestContext")
                .put("stage", "live")
                .put("path", "/live/v1/events/" + dataset)
                .putObject("identity")
                .put("sourceIp", "203.0.113.9");
        event.put("body", Base64.getEncoder().encodeToString(body));
        event.put("isBase64Encoded", true);
        return event.toString().getBytes(UTF_8);
    }

    /**
     * Hands a proxy event to the function.
     *
     * @return the proxy response, JSON; its status is 200, or 207 where some events broke their contract
     * @throws IOException if it was not taken
     */
    public byte[] post(byte[] request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(32_768);
        handler.handleRequest(new ByteArrayInputStream(request), out, INVOCATION);
        byte[] answer = out.toByteArray();
        if (answer.length < ANSWERED.length
                || !Arrays.equals(answer, 0, ANSWERED.length, ANSWERED, 0, ANSWERED.length)) {
            throw new IOException("Cannot post: the door answered " + new String(answer, UTF_8));
        }
        return answer;
    }

    /** The records that the stream took since the last time. */
    public List<byte[]> fetch() {
        return stream.fetch();
    }
}
