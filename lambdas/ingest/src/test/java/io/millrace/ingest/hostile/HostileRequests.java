package io.millrace.ingest.hostile;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** All hostile requests. Their events are of dataset app_events, so that other traffic can be counted apart. */
public final class HostileRequests {
    private static final int MAX_BODY = 4 * 1024 * 1024;
    private static final int MAX_EVENT = 256 * 1024;

    private final List<HostileRequest> all = new ArrayList<>();

    private HostileRequests() {}

    /** Every case, bodies made anew. */
    public static List<HostileRequest> all() {
        HostileRequests requests = new HostileRequests();
        requests.emptyAndHuge();
        requests.packed();
        requests.noJson();
        requests.encodings();
        requests.shapes();
        requests.lines();
        requests.numbers();
        requests.namesAndTexts();
        requests.types();
        requests.datasets();
        requests.headers();
        return requests.all;
    }

    private void emptyAndHuge() {
        add("an empty body", "", "400 no_events");
        add("only blanks", " \r\n\t ", "400 no_events");
        add("only a byte order mark", "\ufeff", "400 no_events");
        add("an empty batch", "[ ]", "400 no_events");
        add("a byte too many", "x".repeat(MAX_BODY + 1), "413 body_too_large");
        add("501 events in an array", array(many(501, "{}")), "413 too_many_events");
        add("501 events in lines", String.join("\n", many(501, "{}")), "413 too_many_events");
        add("500 empty events", array(many(500, "{}")), "207 500 required");
        add("4 MB of brackets", "[".repeat(MAX_BODY), "400 malformed_body");
        add("4 MB of braces", "{".repeat(MAX_BODY), "400 malformed_body");
        add("4 MB of lines that open", "{\n".repeat(MAX_BODY / 2), "413 too_many_events");
        add("4 MB of one text without an end", "{\"a\":\"" + "a".repeat(MAX_BODY - 6), "400 malformed_body");
        add("4 MB of backslashes", "[\"" + "\\".repeat(MAX_BODY - 2), "400 malformed_body");
        add("4 MB of commas", "[" + ",".repeat(MAX_BODY - 1), "400 malformed_body");
        add("4 MB of numbers", "[1" + ",1".repeat(MAX_BODY / 2 - 2) + "]", "413 too_many_events");
        add(
                "an event too large between good ones",
                array(good("a"), big("b", MAX_EVENT), good("c")),
                between("event_too_large"));
        add(
                "ids of 4 MB that must not come back",
                array(many(15, "{\"event_id\":\"" + "\\\"".repeat(125_000) + "\"}")),
                "207 15 length");
    }

    private void packed() {
        byte[] gzip = Packed.gzip(array(good("a"), good("b")).getBytes(UTF_8));
        byte[] lineA = Packed.gzip((good("a") + "\n").getBytes(UTF_8));
        byte[] lineB = Packed.gzip(good("b").getBytes(UTF_8));
        byte[] wrongCrc = gzip.clone();
        wrongCrc[wrongCrc.length - 8] ^= 1;
        byte[] wrongData = gzip.clone();
        wrongData[gzip.length / 2] ^= (byte) 0xff;
        add("gzip cut in half", Arrays.copyOf(gzip, gzip.length / 2), "400 bad_gzip");
        add("gzip without its end", Arrays.copyOf(gzip, gzip.length - 1), "400 bad_gzip");
        add("gzip of which only the header came", Arrays.copyOf(gzip, 10), "400 bad_gzip");
        add("gzip of which only three bytes came", Arrays.copyOf(gzip, 3), "400 bad_gzip");
        add("gzip with a wrong checksum", wrongCrc, "400 bad_gzip");
        add("gzip with damaged data", wrongData, "400 bad_gzip");
        add("gzip and something after it", Packed.joined(gzip, "junk".getBytes(UTF_8)), "400 bad_gzip");
        add("gzip and the beginning of another", Packed.joined(lineA, Arrays.copyOf(lineB, 9)), "400 bad_gzip");
        add("two gzip members", Packed.joined(lineA, lineB), "200 2 accepted");
        add("100,000 empty gzip members", Packed.repeated(Packed.gzip(new byte[0]), 100_000), "400 no_events");
        add(
                "gzip with a name, a comment and extra fields",
                Packed.gzipWithExtras(good("a").getBytes(UTF_8)),
                "200 accepted");
        byte[] bomb = Packed.gzipOfZeros(512 * 1024 * 1024);
        add("a gzip bomb", bomb, "413 body_too_large");
        add("gzip in gzip", Packed.gzip(gzip), "415 not_json");
        add("a gzip bomb in gzip", Packed.gzip(bomb), "415 not_json");
        add("zip", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}, "415 not_json");
        add("zstd", new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0}, "415 not_json");
        add("raw deflate", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1}, "415 not_json");
    }

    private void noJson() {
        for (String body : List.of(
                "<event/>", "a=b&c=d", "callback({})", "null", "17", "\"{}\"", "--boundary\r\n", "\u0000\u0000")) {
            add("no JSON: " + body.replace('\u0000', '0').strip(), body, "415 not_json");
        }
        add("single quotes", "{'event_id':'a'}", "400 malformed_body");
        add("a comment", "[" + good("a") + ",/* two */" + good("b") + "]", "400 malformed_body");
        add("a comma too many", "[" + good("a") + ",]", "400 malformed_body");
        add("a bracket too few", "[" + good("a"), "400 malformed_body");
        add("something after the array", array(good("a")) + "{}", "400 malformed_body");
        add("two objects without a line end", good("a") + good("b"), "400 malformed_body");
        add("lines that end in CR alone", good("a") + "\r" + good("b"), "400 malformed_body");
        for (String number : List.of("NaN", "-Infinity", "01", "+1", ".5", "0x10", "1e", "--1")) {
            add("a number written " + number, array(good("a"), with("b", "event_value", number)), "400 malformed_body");
        }
    }

    private void encodings() {
        byte[] before = ("[" + good("a") + ",").getBytes(UTF_8);
        byte[] after = ("," + good("c") + "]").getBytes(UTF_8);
        String text = with("b", "session_id", "\"#\"");
        List<byte[]> wrong = List.of(
                new byte[] {(byte) 0xe9},
                new byte[] {(byte) 0xc0, (byte) 0xaf},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xf8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0xff});
        for (byte[] bytes : wrong) {
            String name = String.format("invalid UTF-8 0x%02x between good ones", bytes[0]);
            add(name, Packed.joined(before, Packed.replaced(text, bytes), after), between("invalid_utf8"));
        }
        add("a character cut at the end", "{\"a\":\"\u00e9".getBytes(UTF_8), "400 malformed_body");
        add("UTF-16 with its mark", "\ufeff[{}]".getBytes(UTF_16LE), "415 not_json");
        add("UTF-16 without", array(good("a")).getBytes(UTF_16LE), "400 malformed_body");
        add("a byte order mark before good ones", "\ufeff" + array(good("a"), good("b")), "200 2 accepted");
        add("a byte order mark in the middle", "[" + good("a") + ",\ufeff" + good("b") + "]", "400 malformed_body");
        add("a NUL in a text", array(good("a"), with("b", "user_id", "\"u\u0000\"")), "400 malformed_body");
        add("a NUL written out", array(good("a"), with("b", "user_id", "\"u\\u0000\"")), "200 2 accepted");
        add("a NUL between events", "[" + good("a") + ",\u0000" + good("b") + "]", "400 malformed_body");
        for (String field : List.of("event_id", "event_type", "user_id", "event_timestamp")) {
            add(
                    "half a surrogate pair as " + field,
                    array(good("a"), with("b", field, "\"\\ud800\""), good("c")),
                    between("type"));
        }
        add(
                "half a surrogate pair in what nobody reads",
                array(with("a", "x", "\"\\udc00\""), with("b", "properties", "{\"\\ud800\":1}")),
                "200 2 accepted");
    }

    private void shapes() {
        add("events in an array in the array", "[[" + good("a") + "," + good("b") + "]]", "207 not_an_object");
        add(
                "scalars between good ones",
                "[" + good("a") + ",1,\"a\",null,true,-0.5," + good("b") + "]",
                "207 accepted,5 not_an_object,accepted");
        add("100,000 arrays in each other", "[".repeat(100_000) + "]".repeat(100_000), "207 json_limit");
        add(
                "20,000 objects in each other between good ones",
                array(
                        good("a"),
                        with("b", "properties", "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000)),
                        good("c")),
                between("json_limit"));
        add(
                "101 arrays in each other",
                array(with("a", "properties", "{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}")),
                "207 json_limit");
        add(
                "99 arrays in each other",
                array(with("a", "properties", "{\"a\":" + "[".repeat(97) + "]".repeat(97) + "}")),
                "200 accepted");
        add("brackets that do not match", "[{\"a\":[}]", "400 malformed_body");
    }

    private void lines() {
        add(
                "lines that end in CRLF, with blank ones, the last without an end",
                "\r\n" + good("a") + "\r\n\r\n \t\r\n" + good("b"),
                "200 2 accepted");
        add(
                "a broken line between good ones",
                good("a") + "\n{\"event_id\":\n" + good("b") + "\n",
                between("malformed_json"));
        add(
                "a line of garbage between good ones",
                good("a") + "\n\u0001\u0002 %%%\n" + good("b") + "\n",
                between("malformed_json"));
        add("an array for a line", good("a") + "\n" + array(good("b")) + "\n" + good("c"), between("not_an_object"));
        add(
                "two events on a line",
                good("a") + "\n" + good("x") + good("y") + "\n" + good("c"),
                between("malformed_json"));
        add(
                "the last line cut",
                good("a") + "\n" + good("b") + "\n" + good("c").substring(0, 40),
                "207 2 accepted,malformed_json");
        add("a first line cut", "{\"event_id\":\"a\n" + good("b") + "\n" + good("c"), "207 malformed_json,2 accepted");
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
            add(
                    "the number " + shown + " between good ones",
                    array(good("a"), with("b", "event_value", value.getKey()), good("c")),
                    between(value.getValue()));
        }
        add(
                "numbers too small to be any",
                array(with("a", "event_value", "1e-999999999"), with("b", "event_value", "-0")),
                "200 2 accepted");
        add(
                "10,000 digits in what nobody reads",
                array(good("a"), with("b", "x", "1".repeat(10_000)), good("c")),
                between("json_limit"));
        for (String time :
                List.of("99999999999999999999", "-62135596800001", "253402300800000", "\"1969-12-31T23:59:59Z\"")) {
            add(
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
            add(
                    "the time " + shown + " between good ones",
                    array(good("a"), with("b", "event_timestamp", time), good("c")),
                    between("type"));
        }
    }

    private void namesAndTexts() {
        String again = good("b").replace("}", ",\"user_id\":\"v\"}");
        add("a field twice between good ones", array(good("a"), again, good("c")), between("duplicate_field"));
        add(
                "a field twice, once in disguise",
                array(good("a"), again.replace("\"user_id\":\"v\"", "\"user_\\u0069d\":\"v\""), good("c")),
                between("duplicate_field"));
        add("an unknown field twice", array(good("a").replace("}", ",\"x\":1,\"x\":2}")), "200 accepted");
        add("an id by two names", array(with("a", "messageId", "\"other\"")), "200 accepted");
        for (String field : List.of("event_id", "event_type", "user_id", "app_version")) {
            add(
                    "200,000 characters of " + field + " between good ones",
                    array(good("a"), with("b", field, "\"" + "x".repeat(200_000) + "\""), good("c")),
                    between("length"));
        }
        add(
                "200,000 characters of properties",
                array(with("a", "properties", "{\"x\":\"" + "x".repeat(200_000) + "\"}")),
                "200 accepted");
        add("a name of 40,000 characters", array(with("a", "x".repeat(40_000), "1")), "200 accepted");
        add(
                "a name of 60,000 characters between good ones",
                array(good("a"), with("b", "x".repeat(60_000), "1"), good("c")),
                between("json_limit"));
        add("10,000 unknown fields", array(unknownFields("a", 10_000)), "200 accepted");
        add("an empty name", array(with("a", "", "1")), "200 accepted");
        add(
                "texts that are SQL, markup and commands",
                array(with("a", "user_id", "\"'; DROP TABLE x; -- <script>${jndi:ldap://x} $(id) %s%n\"")),
                "200 accepted");
        add(
                "a text that turns to nothing between good ones",
                array(good("a"), with("b", "event_type", "\" \\u0020\\t \""), good("c")),
                between("required"));
    }

    private void types() {
        List<String> wrongForText = List.of("1", "true", "[]", "{}", "[\"a\"]");
        for (String field :
                List.of("event_id", "event_type", "user_id", "anonymous_id", "session_id", "app_type", "app_version")) {
            add("every wrong type of " + field, array(withEach(field, wrongForText)), "207 accepted,5 type,accepted");
        }
        add(
                "every wrong type of event_timestamp",
                array(withEach("event_timestamp", List.of("1.5", "true", "[]", "{}", "\"\""))),
                "207 accepted,5 type,accepted");
        add(
                "every wrong type of event_value",
                array(withEach("event_value", List.of("\"1\"", "true", "[]", "{}", "\"\""))),
                "207 accepted,5 type,accepted");
        add(
                "every wrong type of properties",
                array(withEach("properties", List.of("\"{}\"", "true", "[]", "1", "\"\""))),
                "207 accepted,5 type,accepted");
        add(
                "null for all that is required",
                array(withEach("event_type", List.of("null", "\"\"", "\" \""))),
                "207 accepted,3 required,accepted");
    }

    private void datasets() {
        add("an unknown dataset", "/v1/events/nope", array(good("a")), "404 unknown_dataset");
        add("a dataset that is markup", "/v1/events/%3Cscript%3E", array(good("a")), "404 unknown_dataset");
        String known = ofDataset("\"app_events\"", "a");
        for (String named : List.of(
                "\"nope\"",
                "7",
                "null",
                "[]",
                "\"\"",
                "\"" + "x".repeat(100_000) + "\"",
                "\"" + "x".repeat(63) + "\\ud83d\\ude00\"",
                "\"../app_events\"")) {
            String shown = named.length() > 30 ? named.length() + " characters" : named;
            add(
                    "dataset " + shown + " between good ones",
                    "/v1/events",
                    array(known, ofDataset(named, "b"), ofDataset("\"app_events\"", "c")),
                    between("unknown_dataset"));
        }
        for (String start : List.of("\u0000\u0000\u0000{", "{\u0000\u0000\u0000", "\u0000{", "{\u0000")) {
            String name = "a line that starts like UTF-16 or UTF-32: " + start.replace('\u0000', '0');
            add(
                    name,
                    "/v1/events",
                    known + "\n" + start + "\"dataset\":\"app_events\"}\n" + known,
                    between("unknown_dataset"));
        }
        add(
                "a dataset behind 10,000 fields",
                "/v1/events",
                array(unknownFields("a", 10_000).replaceFirst("}$", ",\"dataset\":\"app_events\"}")),
                "200 accepted");
        add(
                "a dataset behind 50,000 arrays",
                "/v1/events",
                array(known, "{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + ",\"dataset\":\"app_events\"}"),
                "207 accepted,unknown_dataset");
    }

    private void headers() {
        String two = array(good("a"), good("b"));
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=utf-16",
                "application/x-ndjson",
                "image/png",
                "nonsense",
                ";;;=,",
                "x".repeat(4_000))) {
            String shown = type.length() > 60 ? "of 4,000 characters" : type;
            add(
                    "Content-Type " + shown,
                    "/v1/events/app_events",
                    Map.of("Content-Type", type),
                    two.getBytes(UTF_8),
                    "200 2 accepted");
        }
        for (String encoding : List.of("gzip", "br", "identity", "gzip, gzip", "chunked")) {
            add(
                    "Content-Encoding " + encoding + " of what is plain",
                    "/v1/events/app_events",
                    Map.of("Content-Encoding", encoding),
                    two.getBytes(UTF_8),
                    "200 2 accepted");
        }
        add(
                "a user agent of 6,000 characters",
                "/v1/events/app_events",
                Map.of("User-Agent", "\"<'".repeat(2_000)),
                two.getBytes(UTF_8),
                "200 2 accepted");
        add(
                "an unknown key",
                "/v1/events/app_events",
                Map.of("X-Api-Key", "' OR 1=1"),
                two.getBytes(UTF_8),
                "403 unknown_key");
        add(
                "a key of 5,000 characters",
                "/v1/events/app_events",
                Map.of("X-Api-Key", "k".repeat(5_000)),
                two.getBytes(UTF_8),
                "403 unknown_key");
    }

    private void add(String name, String body, String answer) {
        add(name, body.getBytes(UTF_8), answer);
    }

    private void add(String name, byte[] body, String answer) {
        add(name, "/v1/events/app_events", Map.of(), body, answer);
    }

    private void add(String name, String path, String body, String answer) {
        add(name, path, Map.of(), body.getBytes(UTF_8), answer);
    }

    private void add(String name, String path, Map<String, String> headers, byte[] body, String answer) {
        all.add(new HostileRequest(name, path, headers, body, answer));
    }

    /** The answer to a bad event that stands between two good ones. */
    private static String between(String rule) {
        return "207 accepted," + rule + ",accepted";
    }

    private static String array(String... events) {
        return "[" + String.join(",", events) + "]";
    }

    private static String[] many(int count, String event) {
        String[] events = new String[count];
        Arrays.fill(events, event);
        return events;
    }

    private static String good(String id) {
        return """
                {"event_id":"hostile-%s","event_type":"click","event_timestamp":"2026-03-01T11:59:58Z","user_id":"u"}""".formatted(id);
    }

    /** A good event but for one field, which stands where it would have stood. */
    private static String with(String id, String field, String json) {
        String event = good(id);
        int at = event.indexOf("\"" + field + "\":");
        if (at < 0) {
            return event.substring(0, event.length() - 1) + ",\"" + field + "\":" + json + "}";
        }
        int value = at + field.length() + 3;
        return event.substring(0, value) + json + event.substring(event.indexOf('"', value + 1) + 1);
    }

    private static String[] withEach(String field, List<String> values) {
        List<String> events = new ArrayList<>(List.of(good("a")));
        values.forEach(value -> events.add(with("b", field, value)));
        events.add(good("c"));
        return events.toArray(String[]::new);
    }

    private static String unknownFields(String id, int count) {
        StringBuilder event = new StringBuilder(good(id));
        event.setLength(event.length() - 1);
        for (int i = 0; i < count; i++) {
            event.append(",\"x").append(i).append("\":").append(i);
        }
        return event.append('}').toString();
    }

    private static String ofDataset(String json, String id) {
        return "{\"dataset\":" + json + "," + good(id).substring(1);
    }

    private static String big(String id, int bytes) {
        return with(id, "properties", "{\"x\":\"" + "x".repeat(bytes) + "\"}");
    }
}
