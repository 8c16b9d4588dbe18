package io.millrace.ingest.hostile;

import static io.millrace.ingest.hostile.EventText.array;
import static io.millrace.ingest.hostile.EventText.between;
import static io.millrace.ingest.hostile.EventText.good;
import static io.millrace.ingest.hostile.EventText.unknownFields;
import static io.millrace.ingest.hostile.EventText.with;
import static io.millrace.ingest.hostile.EventText.withEach;

import java.util.List;
import java.util.Map;

/** Bodies of events of which some are broken: each is answered for itself. */
final class HostileEvents {
    private final Cases cases;

    HostileEvents(Cases cases) {
        this.cases = cases;
    }

    void add() {
        shapes();
        lines();
        numbers();
        namesAndTexts();
        types();
    }

    private void shapes() {
        cases.add("events in an array in the array", "[[" + good("a") + "," + good("b") + "]]", "207 not_an_object");
        cases.add(
                "scalars between good ones",
                "[" + good("a") + ",1,\"a\",null,true,-0.5," + good("b") + "]",
                "207 accepted,5 not_an_object,accepted");
        cases.add("100,000 arrays in each other", "[".repeat(100_000) + "]".repeat(100_000), "207 json_limit");
        cases.add(
                "20,000 objects in each other between good ones",
                array(
                        good("a"),
                        with("b", "properties", "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000)),
                        good("c")),
                between("json_limit"));
        cases.add(
                "101 arrays in each other",
                array(with("a", "properties", "{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}")),
                "207 json_limit");
        cases.add(
                "99 arrays in each other",
                array(with("a", "properties", "{\"a\":" + "[".repeat(97) + "]".repeat(97) + "}")),
                "200 accepted");
        cases.add("brackets that do not match", "[{\"a\":[}]", "400 malformed_body");
    }

    private void lines() {
        cases.add(
                "lines that end in CRLF, with blank ones, the last without an end",
                "\r\n" + good("a") + "\r\n\r\n \t\r\n" + good("b"),
                "200 2 accepted");
        cases.add(
                "a broken line between good ones",
                good("a") + "\n{\"event_id\":\n" + good("b") + "\n",
                between("malformed_json"));
        cases.add(
                "a line of garbage between good ones",
                good("a") + "\n\u0001\u0002 %%%\n" + good("b") + "\n",
                between("malformed_json"));
        cases.add(
                "an array for a line",
                good("a") + "\n" + array(good("b")) + "\n" + good("c"),
                between("not_an_object"));
        cases.add(
                "two events on a line",
                good("a") + "\n" + good("x") + good("y") + "\n" + good("c"),
                between("malformed_json"));
        cases.add(
                "the last line cut",
                good("a") + "\n" + good("b") + "\n" + good("c").substring(0, 40),
                "207 2 accepted,malformed_json");
        cases.add(
                "a first line cut",
                "{\"event_id\":\"a\n" + good("b") + "\n" + good("c"),
                "207 malformed_json,2 accepted");
    }

    private void numbers() {
        List<Map.Entry<String, String>> values = List.of(
                Map.entry("1e999999999", "range"),
                Map.entry("-1e999999999", "range"),
                Map.entry("1e99999999999999999999", "range"),
                Map.entry("1".repeat(10_000), "json_limit"),
                Map.entry("0." + "1".repeat(10_000), "json_limit"),
                Map.entry("1e" + "9".repeat(10_000), "json_limit"));
        for (Map.Entry<String, String> value : values) {
            String shown = value.getKey().length() > 30 ? value.getKey().length() + " digits" : value.getKey();
            cases.add(
                    "the number " + shown + " between good ones",
                    array(good("a"), with("b", "event_value", value.getKey()), good("c")),
                    between(value.getValue()));
        }
        cases.add(
                "numbers too small to be any",
                array(with("a", "event_value", "1e-999999999"), with("b", "event_value", "-0")),
                "200 2 accepted");
        cases.add(
                "10,000 digits in what nobody reads",
                array(good("a"), with("b", "x", "1".repeat(10_000)), good("c")),
                between("json_limit"));
        for (String time :
                List.of("99999999999999999999", "-62135596800001", "253402300800000", "\"1969-12-31T23:59:59Z\"")) {
            cases.add(
                    "the time " + time + " between good ones",
                    array(good("a"), with("b", "event_timestamp", time), good("c")),
                    between("range"));
        }
        for (String time : List.of(
                "\"now\"",
                "\"2026-02-30T00:00:00Z\"",
                "\"2026-01-01\"",
                "\"2026-01-01T00:00:00\"",
                "\"" + "9".repeat(100_000) + "\"",
                "1e3",
                "true",
                "{}")) {
            String shown = time.length() > 30 ? "of 100,000 digits" : time;
            cases.add(
                    "the time " + shown + " between good ones",
                    array(good("a"), with("b", "event_timestamp", time), good("c")),
                    between("type"));
        }
    }

    private void namesAndTexts() {
        String again = good("b").replace("}", ",\"user_id\":\"v\"}");
        cases.add("a field twice between good ones", array(good("a"), again, good("c")), between("duplicate_field"));
        cases.add(
                "a field twice, once in disguise",
                array(good("a"), again.replace("\"user_id\":\"v\"", "\"user_\\u0069d\":\"v\""), good("c")),
                between("duplicate_field"));
        cases.add("an unknown field twice", array(good("a").replace("}", ",\"x\":1,\"x\":2}")), "200 accepted");
        cases.add("an id by two names", array(with("a", "messageId", "\"other\"")), "200 accepted");
        for (String field : List.of("event_id", "event_type", "user_id", "app_version")) {
            cases.add(
                    "200,000 characters of " + field + " between good ones",
                    array(good("a"), with("b", field, "\"" + "x".repeat(200_000) + "\""), good("c")),
                    between("length"));
        }
        cases.add(
                "200,000 characters of properties",
                array(with("a", "properties", "{\"x\":\"" + "x".repeat(200_000) + "\"}")),
                "200 accepted");
        cases.add("a name of 40,000 characters", array(with("a", "x".repeat(40_000), "1")), "200 accepted");
        cases.add(
                "a name of 60,000 characters between good ones",
                array(good("a"), with("b", "x".repeat(60_000), "1"), good("c")),
                between("json_limit"));
        cases.add("10,000 unknown fields", array(unknownFields("a", 10_000)), "200 accepted");
        cases.add("an empty name", array(with("a", "", "1")), "200 accepted");
        cases.add(
                "texts that are SQL, markup and commands",
                array(with("a", "user_id", "\"'; DROP TABLE x; -- <script>${jndi:ldap://x} $(id) %s%n\"")),
                "200 accepted");
        cases.add(
                "a text that turns to nothing between good ones",
                array(good("a"), with("b", "event_type", "\" \\u0020\\t \""), good("c")),
                between("required"));
    }

    private void types() {
        List<String> wrongForText = List.of("1", "true", "[]", "{}", "[\"a\"]");
        for (String field :
                List.of("event_id", "event_type", "user_id", "anonymous_id", "session_id", "app_type", "app_version")) {
            cases.add(
                    "every wrong type of " + field,
                    array(withEach(field, wrongForText)),
                    "207 accepted,5 type,accepted");
        }
        cases.add(
                "every wrong type of event_timestamp",
                array(withEach("event_timestamp", List.of("1.5", "true", "[]", "{}", "\"\""))),
                "207 accepted,5 type,accepted");
        cases.add(
                "every wrong type of event_value",
                array(withEach("event_value", List.of("\"1\"", "true", "[]", "{}", "\"\""))),
                "207 accepted,5 type,accepted");
        cases.add(
                "every wrong type of properties",
                array(withEach("properties", List.of("\"{}\"", "true", "[]", "1", "\"\""))),
                "207 accepted,5 type,accepted");
        cases.add(
                "null for all that is required",
                array(withEach("event_type", List.of("null", "\"\"", "\" \""))),
                "207 accepted,3 required,accepted");
    }
}
