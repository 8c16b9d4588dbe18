package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.frame.Entry;
import io.millrace.ingest.Doorway.Response;
import org.junit.jupiter.api.Test;

/** What a request is told of each of its events. */
class EventAnswersTest {
    private static final String A = Events.app("a");
    private static final String B = Events.app("b");

    private final Doorway door = new Doorway();

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
}
