package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.millrace.frame.Entry;
import io.millrace.ingest.Doorway.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestHandlerTest {
    private static final String A = Events.app("a");
    private static final String B = Events.app("b");

    private final Doorway door = new Doorway();

    static Stream<Arguments> bodiesOfTwoEvents() {
        Post post = Post.to("/v1/events/app_events");
        return Stream.of(
                arguments("array", post.text(Events.array(A, B)).format1()),
                arguments(
                        "array over an HTTP API", post.text(Events.array(A, B)).format2()),
                arguments(
                        "array with white space",
                        post.text(" [\n " + A + " ,\n" + B + "\r\n]\n ").format1()),
                arguments("NDJSON", post.text(A + "\n" + B).format1()),
                arguments(
                        "NDJSON with blank lines",
                        post.text("\n" + A + "\r\n\n  " + B + "  \r\n\n").format1()),
                arguments(
                        "base64", post.bytes(Events.array(A, B).getBytes(UTF_8)).format1()),
                arguments("gzip", post.gzip(Events.array(A, B)).format1()),
                arguments("gzip over an HTTP API", post.gzip(Events.array(A, B)).format2()),
                arguments("gzip NDJSON", post.gzip(A + "\n" + B + "\n").format1()),
                arguments(
                        "gzip that says it is a form",
                        Post.to("/v1/events/app_events")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .gzip(Events.array(A, B))
                                .format1()),
                arguments(
                        "with a byte order mark",
                        post.text("\ufeff" + Events.array(A, B)).format1()),
                arguments(
                        "to a path with a slash",
                        Post.to("/v1/events/app_events/")
                                .text(Events.array(A, B))
                                .format1()),
                arguments(
                        "naming their dataset",
                        Post.to("/v1/events")
                                .text(Events.array(
                                        Events.ofDataset("app_events", A), Events.ofDataset("app_events", B)))
                                .format1()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodiesOfTwoEvents")
    void acceptsTwoEventsHoweverTheyAreSent(String how, byte[] proxyEvent) {
        Response response = door.send(proxyEvent);

        assertThat(response.status()).as(response.body().toString()).isEqualTo(200);
        assertThat(response.body().path("accepted").asInt()).isEqualTo(2);
        assertThat(response.event(0).path("event_id").asText()).isEqualTo("a");
        assertThat(response.event(1).path("event_id").asText()).isEqualTo("b");
        assertThat(door.entries()).extracting(Entry::index).containsExactly(0, 1);
    }

    static Stream<Arguments> refusals() {
        String big = "x".repeat(5_000_000);
        return Stream.of(
                arguments("no body", Post.to("/v1/events"), 400, "no_events", "the body is empty"),
                arguments(
                        "only white space", Post.to("/v1/events").text(" \n "), 400, "no_events", "the body is empty"),
                arguments("an empty array", Post.to("/v1/events").text("[ ]"), 400, "no_events", "the array is empty"),
                arguments("bad base64", Post.to("/v1/events").badBase64("%%%"), 400, "bad_base64", "base64"),
                arguments("cut gzip", Post.to("/v1/events").bytes(cutGzip()), 400, "bad_gzip", "ends early"),
                arguments("broken object", Post.to("/v1/events").text("{\"a\":"), 400, "malformed_body", "byte 0"),
                arguments("broken array", Post.to("/v1/events").text("[{},"), 400, "malformed_body", "does not end"),
                arguments("two objects in a line", Post.to("/v1/events").text(A + B), 400, "malformed_body", "follows"),
                arguments(
                        "one bad event in an array",
                        Post.to("/v1/events/app_events").text("[" + A + ",{\"event_id\":nope}]"),
                        400,
                        "malformed_body",
                        "event 1"),
                arguments(
                        "gzip decoded as text",
                        Post.to("/v1/events").text(new String(Post.gzipped(A.getBytes(UTF_8)), UTF_8)),
                        415,
                        "gzip_as_text",
                        "Content-Type"),
                arguments("XML", Post.to("/v1/events").text("<xml/>"), 415, "not_json", "0x3c"),
                arguments(
                        "Snappy", Post.to("/v1/events").bytes(new byte[] {(byte) 0xff, 6, 0}), 415, "not_json", "0xff"),
                arguments("5 MB", Post.to("/v1/events").text(big), 413, "body_too_large", "5000000 bytes"),
                arguments("a gzip bomb", Post.to("/v1/events").gzip(big), 413, "body_too_large", "unpacks to more"),
                arguments(
                        "501 events",
                        Post.to("/v1/events/app_events").text(Events.appArray(501)),
                        413,
                        "too_many_events",
                        "more than 500 events"),
                arguments(
                        "no key", Post.to("/v1/events").without("X-Api-Key").text(A), 403, "missing_key", "x-api-key"),
                arguments(
                        "an unknown key",
                        Post.to("/v1/events").header("X-Api-Key", "?").text(A),
                        403,
                        "unknown_key",
                        ""),
                arguments(
                        "another source's dataset",
                        Post.to("/v1/events/app_events")
                                .header("X-Api-Key", Doorway.CLICKS_ONLY)
                                .text(A),
                        403,
                        "dataset_not_allowed",
                        "app_events"),
                arguments(
                        "another site's page",
                        Post.to("/v1/events/app_events")
                                .header("X-Api-Key", Doorway.SHOP_PAGE_ONLY)
                                .header("Origin", "https://evil.example")
                                .text(A),
                        403,
                        "origin_not_allowed",
                        "https://evil.example"),
                arguments("unknown path", Post.to("/v2/events").text(A), 404, "unknown_path", "POST /v1/events"),
                arguments("deeper path", Post.to("/v1/events/a/b").text(A), 404, "unknown_path", "POST /v1/events"),
                arguments("unknown dataset", Post.to("/v1/events/nope").text(A), 404, "unknown_dataset", "clickstream"),
                arguments("GET", Post.to("/v1/events").method("GET"), 405, "method_not_allowed", "POST /v1/events"),
                arguments(
                        "another validate", Post.to("/v1/events").query("validate", "yes"), 400, "bad_query", "only"));
    }

    private static byte[] cutGzip() {
        byte[] whole = Post.gzipped(A.getBytes(UTF_8));
        return Arrays.copyOf(whole, whole.length / 2);
    }

    @ParameterizedTest(name = "{0}: {2} {3}")
    @MethodSource("refusals")
    void refusesTheWholeRequestAndSaysWhy(String what, Post post, int status, String error, String inMessage) {
        Response response = door.send(post);

        assertThat(response.status()).as(response.message()).isEqualTo(status);
        assertThat(response.error()).isEqualTo(error);
        assertThat(response.message()).contains(inMessage).startsWith("Cannot ");
        assertThat(door.stream.calls).isEmpty();
        assertThat(door.lastLogLine().path("error").asText()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "{}", "{\"httpMethod\":{},\"headers\":[],\"requestContext\":1}"})
    void answersEvenToWhatIsNoProxyEvent(String event) {
        assertThat(door.send(event.getBytes(UTF_8)).status()).isIn(404, 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/events/app_events"})
    void answersABrowsersPreflightWithoutAKey(String path) {
        Response response = door.send(
                Post.to(path).method("OPTIONS").without("X-Api-Key").header("Origin", "https://shop.example"));

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers().path("Access-Control-Allow-Origin").asText())
                .isEqualTo("*");
        assertThat(response.headers().path("Access-Control-Allow-Methods").asText())
                .contains("POST");
        assertThat(response.headers().path("Access-Control-Allow-Headers").asText())
                .contains("x-api-key", "content-type");
    }

    @Test
    void limitsComeFromTheEnvironment() {
        Doorway narrow = new Doorway(Map.of("MILLRACE_MAX_EVENTS", "1"));

        assertThat(narrow.send(Post.to("/v1/events/app_events").text(A)).status())
                .isEqualTo(200);
        assertThat(narrow.send(Post.to("/v1/events/app_events").text(Events.array(A, B)))
                        .message())
                .contains("more than 1 events");
    }
}
