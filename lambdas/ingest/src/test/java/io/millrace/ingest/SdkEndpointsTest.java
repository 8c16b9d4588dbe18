package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.frame.Entry;
import io.millrace.ingest.Doorway.Response;
import io.millrace.protocol.Protocol;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdkEndpointsTest {
    private static final String TRACK =
            "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\",\"messageId\":\"m-1\",\"timestamp\":\"2026-03-01T11:59:58Z\"}";
    private static final String BATCH = "{\"batch\":[" + TRACK + "]}";

    private final Doorway door = new Doorway();

    @ParameterizedTest
    @CsvSource({
        "/v1/track, app_events, SEGMENT_TRACK",
        "/v1/t, app_events, SEGMENT_TRACK",
        "/v1/identify/, users, SEGMENT_IDENTIFY",
        "/v1/page, clickstream, SEGMENT_PAGE",
        "/v1/screen/, clickstream, SEGMENT_SCREEN",
        "/v1/group, external, SEGMENT_GROUP",
        "/v1/alias/, external, SEGMENT_ALIAS"
    })
    void a_call_of_one_message_is_named_by_its_path(String path, String dataset, Protocol protocol) {
        String message =
                "{\"event\":\"E\",\"name\":\"Home\",\"userId\":\"u\",\"messageId\":\"m-1\",\"timestamp\":\"2026-03-01T11:59:58Z\"}";

        Response response =
                door.send(sdk(path).header("Authorization", basic(Doorway.KEY)).text(message));

        assertThat(response.status()).as(response.body().toString()).isEqualTo(200);
        assertThat(response.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(door.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.dataset()).isEqualTo(dataset);
            assertThat(entry.protocol()).isEqualTo(protocol);
            assertThat(new String(entry.payload(), UTF_8)).isEqualTo(message);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "basic without a colon", "bearer", "api key", "body"})
    void the_key_is_found_where_sdks_put_it(String where) {
        Post post = sdk("/v1/batch/").text(BATCH);
        switch (where) {
            case "basic" -> post.header("Authorization", basic(Doorway.KEY));
            case "basic without a colon" ->
                post.header(
                        "Authorization", "Basic " + Base64.getEncoder().encodeToString(Doorway.KEY.getBytes(UTF_8)));
            case "bearer" -> post.header("Authorization", "bearer " + Doorway.KEY);
            case "api key" -> post.header("x-api-key", Doorway.KEY);
            default -> post.text(BATCH.replace("{\"batch", "{\"writeKey\":\"" + Doorway.KEY + "\",\"batch"));
        }
        assertThat(door.send(post).status()).isEqualTo(200);
    }

    @Test
    void a_page_that_is_left_sends_a_beacon() {
        Post beacon = sdk("/v1/b")
                .header("Content-Type", "text/plain;charset=UTF-8")
                .header("Origin", "https://shop.example")
                .text(BATCH.replace("{\"batch", "{\"writeKey\":\"" + Doorway.SHOP_PAGE_ONLY + "\",\"batch"));

        Response response = door.send(beacon);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().path("Access-Control-Allow-Origin").asText())
                .isEqualTo("*");
    }

    @Test
    void a_browser_may_send_the_headers_that_it_asks_for() {
        Response response = door.send(sdk("/v1/batch")
                .method("OPTIONS")
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,anonymousid"));

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers().path("Access-Control-Allow-Headers").asText())
                .isEqualTo("authorization,content-type,anonymousid");
        assertThat(response.headers().path("Access-Control-Allow-Methods").asText())
                .contains("POST");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''        | {\"batch\":[]}       | 403 | missing_key",
                "unknown   | {\"batch\":[]}       | 403 | unknown_key",
                "page-key  | {\"batch\":[]}       | 403 | origin_not_allowed",
                "shop-key  | ''                   | 400 | no_events",
                "shop-key  | {}                   | 400 | no_events",
                "shop-key  | {\"batch\":{}}       | 400 | no_events",
                "shop-key  | {\"batch\":[{]}      | 400 | malformed_body",
                "shop-key  | {\"batch\":[{}]}x    | 400 | malformed_body",
                "shop-key  | data=%5B%5D          | 415 | not_json",
                "''        | data=%5B%5D          | 415 | not_json",
                "shop-key  | [{\"type\":\"track\"}] | 415 | not_json",
            })
    void a_bad_request_is_refused_with_the_reason(String key, String body, int status, String error) {
        Post post =
                sdk("/v1/batch").header("Origin", "https://elsewhere.example").text(body);
        if (!key.isEmpty()) {
            post.header("Authorization", basic(key));
        }
        Response response = door.send(post);
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.error()).isEqualTo(error);
    }

    @Test
    void one_bad_message_does_not_keep_a_batch_out() {
        String broken = "{\"type\":\"track\",\"userId\":\"u\",\"messageId\":\"m-2\"}";
        String unknown = "{\"type\":\"dance\",\"userId\":\"u\",\"messageId\":\"m-3\"}";

        Response response = door.send(sdk("/v1/batch")
                .header("Authorization", basic(Doorway.KEY))
                .text("{\"batch\":[" + TRACK + "," + broken + "," + unknown + "]}"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body().path("success").asBoolean()).isTrue();
        assertThat(response.body().path("rejected").asInt()).isEqualTo(2);
        assertThat(response.event(0).path("pointer").asText()).isEqualTo("/event");
        assertThat(response.event(0).path("kept").asBoolean()).isTrue();
        assertThat(response.event(1).path("rule").asText()).isEqualTo("unknown_dataset");
        assertThat(door.entries()).extracting(Entry::index).containsExactly(0, 1);
    }

    @Test
    void a_key_that_may_write_none_of_it_is_told_so() {
        Response response = door.send(sdk("/v1/batch")
                .header("Authorization", basic(Doorway.CLICKS_ONLY))
                .text(BATCH));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body().path("success").asBoolean()).isFalse();
        assertThat(response.event(0).path("rule").asText()).isEqualTo("dataset_not_allowed");
    }

    @Test
    void an_empty_batch_is_a_success_of_nothing() {
        Response response = door.send(
                sdk("/v1/batch").header("Authorization", basic(Doorway.KEY)).text("{\"batch\":[]}"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(door.stream.calls).isEmpty();
    }

    @Test
    void validation_answers_as_if_and_keeps_nothing() {
        Response response = door.send(sdk("/v1/batch")
                .query("validate", "only")
                .header("Authorization", basic(Doorway.KEY))
                .text(BATCH));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body().path("validate_only").asBoolean()).isTrue();
        assertThat(response.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(door.stream.calls).isEmpty();
    }

    @Test
    void an_sdk_is_told_to_wait_by_429_whatever_fails() {
        door.stream.always(FakeStream.failing(false));
        Response response = door.send(
                sdk("/v1/batch").header("Authorization", basic(Doorway.KEY)).text(BATCH));
        assertThat(response.status()).isEqualTo(429);
        assertThat(response.headers().path("Retry-After").asInt()).isPositive();

        door.keys.failWith(new KeysUnavailableException("Cannot look up", new IllegalStateException()));
        assertThat(door.send(sdk("/v1/batch")
                                .header("Authorization", basic("other"))
                                .text(BATCH))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void too_many_messages_are_refused() {
        String batch = "{\"batch\":[" + (TRACK + ",").repeat(500) + TRACK + "]}";
        assertThat(door.send(sdk("/v1/batch")
                                .header("Authorization", basic(Doorway.KEY))
                                .text(batch))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void a_cloudevent_in_binary_mode_is_written_as_one_in_structured_mode() {
        door.send(Post.to("/v1/events")
                .header("ce-specversion", "1.0")
                .header("ce-id", "c-1")
                .header("ce-source", "/caf%C3%A9")
                .header("ce-type", "t")
                .header("Content-Type", "application/json")
                .text("{\"a\" : 1.0}"));

        assertThat(door.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.protocol()).isEqualTo(Protocol.CLOUDEVENTS);
            assertThat(new String(entry.payload(), UTF_8))
                    .isEqualTo("{\"id\":\"c-1\",\"source\":\"/café\",\"specversion\":\"1.0\",\"type\":\"t\","
                            + "\"datacontenttype\":\"application/json\",\"data\":{\"a\" : 1.0}}");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain       | hello  | \"data\":\"hello\"",
                "image/png        | hello  | \"data_base64\":\"aGVsbG8=\"",
                "a/b+json         | [1]    | \"data\":[1]",
            })
    void binary_data_is_written_by_its_content_type(String type, String body, String written) {
        door.send(binary().header("Content-Type", type).text(body));
        assertThat(new String(door.entries().get(0).payload(), UTF_8)).contains(written);
    }

    @Test
    void binary_data_that_is_not_the_json_it_claims_is_refused() {
        assertThat(door.send(binary().text("{\"a\":")).error()).isEqualTo("malformed_body");
        assertThat(door.send(binary().text("1},{")).error()).isEqualTo("malformed_body");
    }

    @Test
    void cloudevents_come_in_batches() {
        String one = "{\"specversion\":\"1.0\",\"id\":\"c-1\",\"source\":\"/s\",\"type\":\"t\"}";
        Response response = door.send(Post.to("/v1/events")
                .header("Content-Type", "application/cloudevents-batch+json; charset=utf-8")
                .text("[" + one + "," + one.replace("c-1", "c-2") + ",{\"id\":\"c-3\"}]"));
        assertThat(response.status()).isEqualTo(207);
        assertThat(response.body().path("accepted").asInt()).isEqualTo(2);
        assertThat(response.event(2).path("rule").asText()).isEqualTo("cloudevent");
    }

    private static Post binary() {
        return Post.to("/v1/events")
                .header("ce-specversion", "1.0")
                .header("ce-id", "c-1")
                .header("ce-source", "/s")
                .header("ce-type", "t");
    }

    private static Post sdk(String path) {
        return Post.to(path).without("X-Api-Key");
    }

    private static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    }
}
