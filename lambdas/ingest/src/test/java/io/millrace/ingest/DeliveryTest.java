package io.millrace.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.ingest.Doorway.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What reaches the stream and the log, and what is answered when the stream or the keys are away. */
class DeliveryTest {
    private static final String A = Events.app("a");
    private static final String B = Events.app("b");

    private final Doorway door = new Doorway();

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
}
