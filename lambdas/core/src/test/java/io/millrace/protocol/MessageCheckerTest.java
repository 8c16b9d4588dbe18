package io.millrace.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.event.Accepted;
import io.millrace.event.Arrival;
import io.millrace.event.Rejected;
import io.millrace.event.Rules;
import io.millrace.event.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCheckerTest {
    private static final Instant RECEIVED_AT = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void a_track_call_is_an_app_event() {
        assertThat(row(Protocol.SEGMENT, "app_events", """
                        {"type":"track","messageId":"m-1","event":"Order Completed","userId":7,"anonymousId":null,
                         "timestamp":"2026-03-01T11:59:58Z","channel":"browser",
                         "context":{"app":{"version":"4.1"},"sessionId":1700000000000},
                         "properties":{"revenue":"19.90","items":[1,2.50],"value":"blue"}}"""))
                .containsOnly(
                        Map.entry("event_id", "m-1"),
                        Map.entry("event_type", "order completed"),
                        Map.entry("event_timestamp", micros("2026-03-01T11:59:58Z")),
                        Map.entry("user_id", "7"),
                        Map.entry("session_id", "1700000000000"),
                        Map.entry("app_type", "web"),
                        Map.entry("app_version", "4.1"),
                        Map.entry("event_value", 19.9),
                        Map.entry("properties", "{\"revenue\":\"19.90\",\"items\":[1,2.50],\"value\":\"blue\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "analytics.js, web",
        "RudderLabs JavaScript SDK, web",
        "analytics-android, mobile",
        "@segment/analytics-react-native, mobile",
        "analytics-python, server",
        "@segment/analytics-node, server"
    })
    void the_sdks_name_says_the_kind_of_app(String library, String appType) {
        String message = """
                {"type":"track","event":"E","userId":"u","messageId":"m","timestamp":"2026-03-01T11:59:58Z",
                 "context":{"library":{"name":"%s"}}}""".formatted(library);
        assertThat(row(Protocol.SEGMENT, "app_events", message)).containsEntry("app_type", appType);
    }

    @Test
    void a_page_call_is_a_view_of_its_path() {
        assertThat(row(Protocol.SEGMENT, "clickstream", """
                        {"type":"page","messageId":"m-1","name":"Cart","anonymousId":"a","originalTimestamp":"2026-03-01T11:59:58Z",
                         "context":{"page":{"path":"/cart","referrer":"https://x.example"},"campaign":{"source":"mail"}}}"""))
                .containsOnly(
                        Map.entry("event_id", "m-1"),
                        Map.entry("event_timestamp", micros("2026-03-01T11:59:58Z")),
                        Map.entry("anonymous_id", "a"),
                        Map.entry("page", "/cart"),
                        Map.entry("action", "view"),
                        Map.entry("referrer", "https://x.example"),
                        Map.entry("source", "mail"));
    }

    @Test
    void a_screen_call_is_a_view_of_its_name() {
        assertThat(row(Protocol.SEGMENT_SCREEN, "clickstream", """
                        {"messageId":"m-1","name":"Home","userId":"u","timestamp":"2026-03-01T11:59:58Z",
                         "context":{"device":{"type":"ios"}}}"""))
                .containsEntry("page", "Home")
                .containsEntry("device", "ios");
    }

    @Test
    void a_message_without_a_time_happened_when_it_was_received() {
        assertThat(row(Protocol.SEGMENT_TRACK, "app_events", "{\"event\":\"E\",\"userId\":\"u\",\"messageId\":\"m\"}"))
                .containsEntry("event_timestamp", micros("2026-03-01T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"E\",\"userId\":\"u\",\"messageId\":\"m\",\"sentAt\":\"2026-03-01T13:00:00Z\"}",
                "{\"event\":\"E\",\"userId\":\"u\",\"messageId\":\"m\",\"timestamp\":\"2026-03-01T12:59:50Z\",\"sentAt\":\"2026-03-01T12:59:50Z\"}"
            })
    void a_clock_that_is_an_hour_ahead_is_set_right_by_when_it_says_it_sent(String message) {
        assertThat(row(Protocol.SEGMENT_TRACK, "app_events", message))
                .containsEntry("event_timestamp", micros("2026-03-01T12:00:00Z"));
    }

    @Test
    void an_identify_call_is_what_is_known_of_a_person() {
        assertThat(row(Protocol.SEGMENT, "users", """
                        {"type":"identify","messageId":"m-1","userId":"u","timestamp":"2026-03-01T11:59:58Z",
                         "traits":{"email":"X@y.ZZ","age":33,"birthday":"1990-02-03T00:00:00Z",
                          "createdAt":1700000000,"address":{"country":"de"}}}"""))
                .containsEntry("user_id", "u")
                .containsEntry("email", "x@y.zz")
                .containsEntry("age", 33)
                .containsEntry("country", "DE")
                .containsEntry("birth_date", (int) LocalDate.parse("1990-02-03").toEpochDay())
                .doesNotContainKey("created_date");
    }

    @Test
    void what_has_no_dataset_of_its_own_is_kept_whole_under_its_name() {
        String message =
                "{\"messageId\":\"m-1\",\"groupId\":\"g\",\"userId\":\"u\",\"timestamp\":\"2026-03-01T11:59:58Z\"}";
        assertThat(row(Protocol.SEGMENT_GROUP, "external", message))
                .containsEntry("event_type", "group")
                .containsEntry("properties", message);
    }

    @Test
    void a_message_without_an_id_keeps_one_id_however_often_and_whenever_it_comes() {
        String message = "{\"event\":\"E\",\"userId\":\"u\"}";
        String spaced = "{ \"userId\":\"u\",  \"event\":\"E\" }";
        MessageChecker checker = checker("app_events");
        byte[] bytes = message.getBytes(UTF_8);
        Accepted first =
                (Accepted) checker.check(Protocol.SEGMENT_TRACK, bytes, 0, bytes.length, Arrival.of(RECEIVED_AT, "s"));
        byte[] again = spaced.getBytes(UTF_8);
        Accepted second = (Accepted) checker.check(
                Protocol.SEGMENT_TRACK, again, 0, again.length, Arrival.of(RECEIVED_AT.plusSeconds(9), "s"));

        assertThat(second.eventId()).isEqualTo(first.eventId());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "app_events  | {\"type\":\"track\",\"userId\":\"u\"}                                 | required       | /event",
                "app_events  | {\"type\":\"track\",\"event\":\"E\"}                                  | require_one_of | ''",
                "app_events  | {\"type\":\"track\",\"event\":\"E\",\"userId\":[1]}                   | type           | /userId",
                "app_events  | {\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\",\"timestamp\":1} | range          | /timestamp",
                "app_events  | {\"type\":\"dance\",\"userId\":\"u\"}                                 | message_type   | /type",
                "clickstream | {\"type\":\"page\",\"userId\":\"u\"}                                  | required       | /properties/path",
            })
    void a_rejection_points_into_the_message_as_it_came(String dataset, String message, String rule, String pointer) {
        Rejected rejected = (Rejected) check(Protocol.SEGMENT, dataset, message);
        assertThat(rejected.rule()).isEqualTo(rule);
        assertThat(rejected.pointer()).isEqualTo(pointer);
    }

    @Test
    void the_data_of_a_cloudevent_is_the_event() {
        assertThat(row(Protocol.CLOUDEVENTS, "app_events", """
                        {"specversion":"1.0","id":"c-1","source":"/shop","type":"com.acme.app_events.click",
                         "time":"2026-03-01T11:59:58Z","data":{"user_id":"u","event_value":1.50,"id":"x"}}"""))
                .containsOnly(
                        Map.entry("event_id", "c-1"),
                        Map.entry("event_type", "click"),
                        Map.entry("event_timestamp", micros("2026-03-01T11:59:58Z")),
                        Map.entry("user_id", "u"),
                        Map.entry("event_value", 1.5),
                        Map.entry("properties", "{\"user_id\":\"u\",\"event_value\":1.50,\"id\":\"x\"}"));
    }

    @Test
    void what_the_data_says_by_itself_comes_before_the_attributes() {
        assertThat(row(Protocol.CLOUDEVENTS, "app_events", """
                        {"specversion":"1.0","id":"c-1","source":"/shop","type":"t","time":"2026-03-01T11:59:58Z",
                         "data":{"user_id":"u","event_type":"view","timestamp":"2026-03-01T10:00:00Z","properties":{}}}"""))
                .containsEntry("event_type", "view")
                .containsEntry("event_timestamp", micros("2026-03-01T10:00:00Z"))
                .containsEntry("properties", "{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"specversion\":\"1.0\",\"source\":\"/s\",\"type\":\"t\"}                                   | /id",
                "{\"specversion\":\"1.0\",\"id\":\"\",\"source\":\"/s\",\"type\":\"t\"}                       | /id",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\"}                                        | /source",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\"}                                     | /type",
                "{\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"}                                              | /specversion",
                "{\"specversion\":\"0.3\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"}                      | /specversion",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"data\":{\"user_id\":1}} | /data/user_id",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"time\":\"noon\",\"data\":{\"user_id\":\"u\"}} | /time",
            })
    void a_cloudevent_is_held_to_the_standard_and_to_the_contract(String message, String pointer) {
        assertThat(((Rejected) check(Protocol.CLOUDEVENTS, "app_events", message)).pointer())
                .isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"type\":\"track\",}", "{}{}", "{\"a\":\ud800}", "nul", "{\u0000\"a\":1}"})
    void what_is_no_json_object_is_rejected_in_every_protocol(String bytes) {
        for (Protocol protocol : Protocol.values()) {
            assertThat(((Rejected) check(protocol, "app_events", bytes)).rule())
                    .isIn(Rules.MALFORMED_JSON, Rules.NOT_AN_OBJECT, Rules.INVALID_UTF8);
        }
    }

    @Test
    void bytes_that_are_no_utf_8_are_rejected_even_where_nobody_looks() {
        byte[] message = "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\",\"other\":\"?\"}".getBytes(UTF_8);
        message[message.length - 3] = (byte) 0xff;
        Verdict verdict = checker("app_events")
                .check(Protocol.SEGMENT, message, 0, message.length, Arrival.of(RECEIVED_AT, "shop"));
        assertThat(((Rejected) verdict).rule()).isEqualTo(Rules.INVALID_UTF8);
    }

    private static MessageChecker checker(String dataset) {
        return new MessageChecker(contract(dataset));
    }

    private static Contract contract(String dataset) {
        return Contracts.bundled().find(dataset).orElseThrow();
    }

    /** Checked where it lies in a larger body. */
    private static Verdict check(Protocol protocol, String dataset, String message) {
        byte[] body = ("[ " + message + ",{}]").getBytes(UTF_8);
        int length = message.getBytes(UTF_8).length;
        return checker(dataset).check(protocol, body, 2, length, Arrival.of(RECEIVED_AT, "shop"));
    }

    private static Map<String, Object> row(Protocol protocol, String dataset, String message) {
        Verdict verdict = check(protocol, dataset, message);
        assertThat(verdict).isInstanceOf(Accepted.class);
        Contract contract = contract(dataset);
        Map<String, Object> row = new TreeMap<>();
        for (int i = 0; i < contract.fields().size(); i++) {
            Object value = ((Accepted) verdict).values()[i];
            if (value != null) {
                row.put(contract.fields().get(i).name(), value);
            }
        }
        return row;
    }

    private static long micros(String time) {
        return Instant.parse(time).toEpochMilli() * 1000;
    }
}
