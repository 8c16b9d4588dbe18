package io.millrace.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.frame.Entry;
import io.millrace.ingest.Doorway.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real SDKs' requests, recorded: each gets the answer that its SDK takes for success, or a refusal that says why. */
class RecordedRequestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<JsonNode> RECORDED = recorded();

    private final Doorway door = new Doorway();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "0, Segment Python, app_events app_events users",
        "1, Segment Python with gzip, app_events",
        "2, Segment Python of old, app_events",
        "3, RudderStack Python, app_events",
        "12, Segment Node, app_events app_events",
        "13, RudderStack Node with gzip called a form, app_events",
        "22, Segment Java with its key in the body, app_events app_events"
    })
    void what_segments_and_rudderstacks_sdks_send_is_taken(int line, String sdk, String datasets) {
        JsonNode recorded = RECORDED.get(line);

        Response response = door.send(post(recorded, recorded.path("path").asText()));

        assertThat(response.status()).as(response.body().toString()).isEqualTo(200);
        assertThat(response.body().path("success").asBoolean()).isTrue();
        // One recorded person has the address x@y.z, which no mail reaches: kept in quarantine, and no reason to retry.
        assertThat(response.body().path("events"))
                .allSatisfy(rejected ->
                        assertThat(rejected.path("pointer").asText()).isEqualTo("/traits/email"));
        assertThat(door.entries()).extracting(Entry::dataset).containsExactly(datasets.split(" "));
        assertThat(door.entries())
                .extracting(entry -> new String(entry.payload(), StandardCharsets.UTF_8))
                .allSatisfy(
                        message -> assertThat(recorded.path("body").asText()).contains(message));
        assertThat(door.frames()).allSatisfy(frame -> assertThat(frame.sentAt()).isNotNull());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "9, CloudEvents Python structured, 6c80032b-63ef-4067-8506-7ed1519175bd",
        "10, CloudEvents Python binary without a content type, 6c80032b-63ef-4067-8506-7ed1519175bd",
        "14, CloudEvents Node binary, 86fa5575-c8fb-45c8-beb7-8afb9422ea38",
        "15, CloudEvents Node structured, 86fa5575-c8fb-45c8-beb7-8afb9422ea38",
        "23, CloudEvents Java binary, 1",
        "24, CloudEvents Java structured, 1"
    })
    void what_cloudevents_sdks_send_is_taken_by_its_id(int line, String sdk, String id) {
        Response response = door.send(post(RECORDED.get(line), "/v1/events").header("x-api-key", Doorway.KEY));

        assertThat(response.status()).as(response.body().toString()).isEqualTo(200);
        assertThat(response.event(0).path("event_id").asText()).isEqualTo(id);
        assertThat(door.entries()).extracting(Entry::dataset).containsExactly("external");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "4, Snowplow",
        "5, Snowplow",
        "6, PostHog",
        "7, Mixpanel",
        "8, Amplitude",
        "11, OpenLineage",
        "16, Snowplow",
        "17, Snowplow",
        "18, PostHog",
        "19, Mixpanel",
        "20, Mixpanel",
        "21, Amplitude"
    })
    void other_protocols_are_told_what_is_spoken_here(int line, String protocol) {
        JsonNode recorded = RECORDED.get(line);

        Response response = door.send(post(recorded, recorded.path("path").asText()));

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.error()).isEqualTo("unsupported_protocol");
        assertThat(response.message()).contains(protocol, "/v1/events", "/v1/batch");
        assertThat(door.entries()).isEmpty();
    }

    @Test
    void every_recorded_request_is_in_one_of_these_tables() {
        assertThat(RECORDED).hasSize(7 + 6 + 12);
    }

    private Post post(JsonNode recorded, String target) {
        door.keys.with("WK1", Doorway.SHOP);
        door.clock.set(Instant.parse("2026-11-21T09:00:00Z"));
        String[] parts = target.split("\\?", 2);
        Post post = Post.to(parts[0])
                .method(recorded.path("m").asText())
                .without("X-Api-Key")
                .without("Content-Type");
        recorded.path("h")
                .properties()
                .forEach(
                        header -> post.header(header.getKey(), header.getValue().asText()));
        String body = recorded.path("body").asText();
        return recorded.path("gz").asBoolean() ? post.gzip(body) : post.bytes(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<JsonNode> recorded() {
        InputStream file = RecordedRequestsTest.class.getResourceAsStream("/sdk-requests/captured.jsonl");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines().map(RecordedRequestsTest::json).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
