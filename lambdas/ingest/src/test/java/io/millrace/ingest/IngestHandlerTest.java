package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
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

    @Test
    void answersPerEventAndKeepsWhatItRejects() {
        Response response = door.send(Post.to("/v1/events/app_events").text(Events.array(A, Events.broken("c"), B)));

        assertThat(response.status()).isEqualTo(207);
        assertThat(response.body().path("accepted").asInt()).isEqualTo(2);
        assertThat(response.body().path("rejected").asInt()).isEqualTo(1);
        assertThat(response.event(1).toString()).isEqualTo("""
                        {"index":1,"status":"rejected","event_id":"c","pointer":"/event_timestamp","rule":"required",\
                        "reason":"is required","kept":true}""");
        Entry kept = door.entries().get(1);
        assertThat(kept.rejection().rule()).isEqualTo("required");
        assertThat(kept.rejection().pointer()).isEqualTo("/event_timestamp");
        assertThat(new String(kept.payload(), UTF_8)).isEqualTo(Events.broken("c"));
    }

    @Test
    void aBrokenLineCostsItsNeighboursNothingAndIsKept() {
        Response response = door.send(Post.to("/v1/events/app_events").text(A + "\n{\"event_id\":\n" + B));

        assertThat(response.status()).isEqualTo(207);
        assertThat(response.event(0).path("status").asText()).isEqualTo("accepted");
        assertThat(response.event(1).path("rule").asText()).isEqualTo("malformed_json");
        assertThat(response.event(1).path("kept").asBoolean()).isTrue();
        assertThat(response.event(2).path("status").asText()).isEqualTo("accepted");
        assertThat(door.entries())
                .extracting(e -> new String(e.payload(), UTF_8))
                .contains("{\"event_id\":");
    }

    @Test
    void rejectsAndDoesNotKeepAnEventOfNoKnownDataset() {
        Response response = door.send(Post.to("/v1/events")
                .text(Events.array(
                        A, Events.ofDataset("nope", A), "{\"dataset\":7}", Events.ofDataset("app_events", A), "3")));

        assertThat(response.status()).isEqualTo(207);
        for (int i : new int[] {0, 1, 2, 4}) {
            assertThat(response.event(i).path("rule").asText()).isEqualTo("unknown_dataset");
            assertThat(response.event(i).path("pointer").asText()).isEqualTo("/dataset");
            assertThat(response.event(i).path("kept").asBoolean()).isFalse();
        }
        assertThat(door.entries()).extracting(Entry::index).containsExactly(3);
        assertThat(door.lastLogLine()
                        .path("datasets")
                        .path("unknown")
                        .path("rejected")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void rejectsTheEventsThatTheKeyMayNotWrite() {
        Response response = door.send(
                Post.to("/v1/events").header("X-Api-Key", Doorway.CLICKS_ONLY).text(Events.ofDataset("app_events", A)));

        assertThat(response.status()).isEqualTo(207);
        assertThat(response.event(0).path("rule").asText()).isEqualTo("dataset_not_allowed");
        assertThat(door.stream.calls).isEmpty();
    }

    @Test
    void rejectsAndDoesNotKeepAnEventOverTheLimitOnly() {
        Response response = door.send(Post.to("/v1/events/app_events")
                .text(Events.array(Events.ofSize("fits", 262_144), Events.ofSize("over", 262_145))));

        assertThat(response.event(0).path("status").asText()).isEqualTo("accepted");
        assertThat(response.event(1).path("rule").asText()).isEqualTo("event_too_large");
        assertThat(response.event(1).path("reason").asText()).contains("262145 bytes", "262144", "not kept");
        assertThat(response.event(1).path("kept").asBoolean()).isFalse();
        assertThat(door.entries()).extracting(Entry::index).containsExactly(0);
    }

    @Test
    void saysThatItDerivedAnIdAndDerivesTheSameAgain() {
        Response first = door.send(Post.to("/v1/events/app_events").text(Events.withoutId()));
        Response again = door.send(Post.to("/v1/events/app_events").text(Events.withoutId()));

        assertThat(first.event(0).path("event_id_derived").asBoolean()).isTrue();
        assertThat(first.event(0).path("event_id")).isEqualTo(again.event(0).path("event_id"));
        assertThat(door.entries())
                .extracting(Entry::eventId)
                .containsOnly(first.event(0).path("event_id").asText());
        assertThat(door.send(Post.to("/v1/events/app_events").text(A)).event(0).has("event_id_derived"))
                .isFalse();
    }

    @Test
    void warnsOfWhatItKeepsAnyway() {
        String odd = A.replace("click", "shrug");

        Response response = door.send(Post.to("/v1/events/app_events").text(odd));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.event(0).path("warnings").path(0).path("pointer").asText())
                .isEqualTo("/event_type");
    }

    @Test
    void validateOnlyAnswersTheSameAndKeepsNothing() {
        Response response = door.send(
                Post.to("/v1/events/app_events").query("validate", "only").text(Events.array(A, Events.broken("c"))));

        assertThat(response.status()).isEqualTo(207);
        assertThat(response.body().path("validate_only").asBoolean()).isTrue();
        assertThat(response.event(0).path("status").asText()).isEqualTo("accepted");
        assertThat(response.event(1).path("rule").asText()).isEqualTo("required");
        assertThat(response.event(1).path("kept").asBoolean()).isFalse();
        assertThat(door.stream.calls).isEmpty();
    }

    @Test
    void writesWhoSentItAndWhenIntoTheFrameButNeverTheAddress() {
        door.send(Post.to("/v1/events/app_events")
                .header("User-Agent", "agent/1")
                .header("CloudFront-Viewer-Country", "PT")
                .header("CloudFront-Is-Mobile-Viewer", "true")
                .header("CloudFront-Is-Desktop-Viewer", "false")
                .text(A));

        Frame frame = door.frames().get(0);
        assertThat(frame.source()).isEqualTo("shop");
        assertThat(frame.serviceVersion()).isEqualTo("1.2.3");
        assertThat(frame.receivedAt()).isEqualTo("2026-03-01T12:00:00.123456Z");
        assertThat(frame.context()).isEqualTo("""
                        {"ip_class":"public","user_agent":"agent/1","country":"PT","device":"mobile"}""");
        assertThat(frame.entries().get(0).contractVersion()).isEqualTo("1.0.0");
        assertThat(door.log()).doesNotContain("203.0.113.9");
    }

    @Test
    void eventsOfOneKeyShareARecordInTheirOrder() {
        door.send(Post.to("/v1/events/app_events").text(Events.appArray(500)));

        assertThat(door.stream.calls).hasSize(1);
        assertThat(door.frames()).hasSizeLessThanOrEqualTo(16);
        assertThat(door.frames())
                .allSatisfy(frame ->
                        assertThat(frame.entries()).extracting(Entry::index).isSorted());
        assertThat(door.entries()).hasSize(500);
    }

    @Test
    void retriesOnlyWhatWasNotTakenWithTheSameBytesBeforeItAnswers() {
        door.stream.then(FakeStream.allBut(1, RecordStream.Outcome.THROTTLED));

        Response response = door.send(Post.to("/v1/events/app_events").text(Events.appArray(100)));

        assertThat(response.status()).isEqualTo(200);
        assertThat(door.stream.calls).hasSize(2);
        assertThat(door.stream.calls.get(1))
                .containsExactly(door.stream.calls.get(0).get(1));
        assertThat(door.entries()).hasSize(100);
    }

    static Stream<Arguments> streamsThatDoNotTakeAll() {
        return Stream.of(
                arguments(
                        "one record throttled for ever",
                        FakeStream.allBut(0, RecordStream.Outcome.THROTTLED),
                        429,
                        "stream_throttled"),
                arguments("all throttled", FakeStream.failing(true), 429, "stream_throttled"),
                arguments(
                        "one record failing for ever",
                        FakeStream.allBut(0, RecordStream.Outcome.FAILED),
                        503,
                        "stream_unavailable"),
                arguments("no route", FakeStream.failing(false), 503, "stream_unavailable"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("streamsThatDoNotTakeAll")
    void neverAnswersTakenUnlessAllIs(String what, FakeStream.Answer answer, int status, String error) {
        door.stream.always(answer);

        Response response = door.send(Post.to("/v1/events/app_events").text(Events.appArray(100)));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.error()).isEqualTo(error);
        assertThat(response.headers().path("Retry-After").asInt()).isPositive();
        assertThat(response.body().has("events")).isFalse();
        assertThat(door.stream.calls).hasSizeGreaterThan(5);
    }

    @Test
    void answersRetryWhenKeysCannotBeLookedUp() {
        door.keys.failWith(new KeysUnavailableException("no table", new IllegalStateException("why")));

        Response response = door.send(Post.to("/v1/events/app_events").text(A));

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers().path("Retry-After").asInt()).isPositive();
        assertThat(door.lastLogLine().path("cause").asText())
                .contains("no table", "why")
                .doesNotContain("\tat ");
    }

    @Test
    void neverThrowsAndTellsOnlyTheLogWhy() {
        door.keys.failWith(new IllegalStateException("secret detail"));

        Response response = door.send(Post.to("/v1/events/app_events").text(A));

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.error()).isEqualTo("internal_error");
        assertThat(response.body().toString()).doesNotContain("secret", "Exception");
        assertThat(door.lastLogLine().path("level").asText()).isEqualTo("ERROR");
        assertThat(door.lastLogLine().path("cause").asText()).contains("secret detail");
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
    void logsCountsAndNamesButNoPayloadAndNoKey() {
        door.send(Post.to("/v1/events/app_events").text(Events.array(A, Events.broken("c"))));

        assertThat(door.lastLogLine().path("source").asText()).isEqualTo("shop");
        assertThat(door.lastLogLine().path("status").asInt()).isEqualTo(207);
        assertThat(door.lastLogLine().path("datasets").toString())
                .isEqualTo("{\"app_events\":{\"accepted\":1,\"rejected\":1}}");
        assertThat(door.log()).doesNotContain("u-1", "click", Doorway.KEY);
    }

    @Test
    void countsWhatWasKeptAndIsOdd() {
        String odd = A.replace("\"click\"", "\"teleport\"").replace("{\"event_id", "{\"x\":1,\"y\":2,\"event_id");
        door.send(Post.to("/v1/events/app_events").text(Events.array(B, odd)));

        assertThat(door.lastLogLine().path("datasets").toString())
                .isEqualTo("{\"app_events\":{\"accepted\":2,\"rejected\":0,\"warned\":1,\"unknown_fields\":2}}");
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
