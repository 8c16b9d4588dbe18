package io.millrace.ingest.hostile;

import static io.millrace.ingest.hostile.EventText.array;
import static io.millrace.ingest.hostile.EventText.between;
import static io.millrace.ingest.hostile.EventText.big;
import static io.millrace.ingest.hostile.EventText.good;
import static io.millrace.ingest.hostile.EventText.many;
import static io.millrace.ingest.hostile.EventText.with;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/** Bodies that are empty, huge, packed wrongly, no JSON or not in UTF-8. */
final class HostileBodies {
    private static final int MAX_BODY = 4 * 1024 * 1024;
    private static final int MAX_EVENT = 256 * 1024;

    private final Cases cases;

    HostileBodies(Cases cases) {
        this.cases = cases;
    }

    void add() {
        emptyAndHuge();
        packed();
        noJson();
        encodings();
    }

    private void emptyAndHuge() {
        cases.add("an empty body", "", "400 no_events");
        cases.add("only blanks", " \r\n\t ", "400 no_events");
        cases.add("only a byte order mark", "\ufeff", "400 no_events");
        cases.add("an empty batch", "[ ]", "400 no_events");
        cases.add("a byte too many", "x".repeat(MAX_BODY + 1), "413 body_too_large");
        cases.add("501 events in an array", array(many(501, "{}")), "413 too_many_events");
        cases.add("501 events in lines", String.join("\n", many(501, "{}")), "413 too_many_events");
        cases.add("500 empty events", array(many(500, "{}")), "207 500 required");
        cases.add("4 MB of brackets", "[".repeat(MAX_BODY), "400 malformed_body");
        cases.add("4 MB of braces", "{".repeat(MAX_BODY), "400 malformed_body");
        cases.add("4 MB of lines that open", "{\n".repeat(MAX_BODY / 2), "413 too_many_events");
        cases.add("4 MB of one text without an end", "{\"a\":\"" + "a".repeat(MAX_BODY - 6), "400 malformed_body");
        cases.add("4 MB of backslashes", "[\"" + "\\".repeat(MAX_BODY - 2), "400 malformed_body");
        cases.add("4 MB of commas", "[" + ",".repeat(MAX_BODY - 1), "400 malformed_body");
        cases.add("4 MB of numbers", "[1" + ",1".repeat(MAX_BODY / 2 - 2) + "]", "413 too_many_events");
        cases.add(
                "an event too large between good ones",
                array(good("a"), big("b", MAX_EVENT), good("c")),
                between("event_too_large"));
        cases.add(
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
        cases.add("gzip cut in half", Arrays.copyOf(gzip, gzip.length / 2), "400 bad_gzip");
        cases.add("gzip without its end", Arrays.copyOf(gzip, gzip.length - 1), "400 bad_gzip");
        cases.add("gzip of which only the header came", Arrays.copyOf(gzip, 10), "400 bad_gzip");
        cases.add("gzip of which only three bytes came", Arrays.copyOf(gzip, 3), "400 bad_gzip");
        cases.add("gzip with a wrong checksum", wrongCrc, "400 bad_gzip");
        cases.add("gzip with damaged data", wrongData, "400 bad_gzip");
        cases.add("gzip and something after it", Packed.joined(gzip, "junk".getBytes(UTF_8)), "400 bad_gzip");
        cases.add("gzip and the beginning of another", Packed.joined(lineA, Arrays.copyOf(lineB, 9)), "400 bad_gzip");
        cases.add("two gzip members", Packed.joined(lineA, lineB), "200 2 accepted");
        cases.add("100,000 empty gzip members", Packed.repeated(Packed.gzip(new byte[0]), 100_000), "400 no_events");
        cases.add(
                "gzip with a name, a comment and extra fields",
                Packed.gzipWithExtras(good("a").getBytes(UTF_8)),
                "200 accepted");
        byte[] bomb = Packed.gzipOfZeros(512 * 1024 * 1024);
        cases.add("a gzip bomb", bomb, "413 body_too_large");
        cases.add("gzip in gzip", Packed.gzip(gzip), "415 not_json");
        cases.add("a gzip bomb in gzip", Packed.gzip(bomb), "415 not_json");
        cases.add("zip", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}, "415 not_json");
        cases.add("zstd", new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0}, "415 not_json");
        cases.add("raw deflate", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1}, "415 not_json");
    }

    private void noJson() {
        for (String body : List.of(
                "<event/>", "a=b&c=d", "callback({})", "null", "17", "\"{}\"", "--boundary\r\n", "\u0000\u0000")) {
            cases.add("no JSON: " + body.replace('\u0000', '0').strip(), body, "415 not_json");
        }
        cases.add("single quotes", "{'event_id':'a'}", "400 malformed_body");
        cases.add("a comment", "[" + good("a") + ",/* two */" + good("b") + "]", "400 malformed_body");
        cases.add("a comma too many", "[" + good("a") + ",]", "400 malformed_body");
        cases.add("a bracket too few", "[" + good("a"), "400 malformed_body");
        cases.add("something after the array", array(good("a")) + "{}", "400 malformed_body");
        cases.add("two objects without a line end", good("a") + good("b"), "400 malformed_body");
        cases.add("lines that end in CR alone", good("a") + "\r" + good("b"), "400 malformed_body");
        for (String number : List.of("NaN", "-Infinity", "01", "+1", ".5", "0x10", "1e", "--1")) {
            cases.add(
                    "a number written " + number,
                    array(good("a"), with("b", "event_value", number)),
                    "400 malformed_body");
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
            cases.add(name, Packed.joined(before, Packed.replaced(text, bytes), after), between("invalid_utf8"));
        }
        cases.add("a character cut at the end", "{\"a\":\"\u00e9".getBytes(UTF_8), "400 malformed_body");
        cases.add("UTF-16 with its mark", "\ufeff[{}]".getBytes(UTF_16LE), "415 not_json");
        cases.add("UTF-16 without", array(good("a")).getBytes(UTF_16LE), "400 malformed_body");
        cases.add("a byte order mark before good ones", "\ufeff" + array(good("a"), good("b")), "200 2 accepted");
        cases.add(
                "a byte order mark in the middle", "[" + good("a") + ",\ufeff" + good("b") + "]", "400 malformed_body");
        cases.add("a NUL in a text", array(good("a"), with("b", "user_id", "\"u\u0000\"")), "400 malformed_body");
        cases.add("a NUL written out", array(good("a"), with("b", "user_id", "\"u\\u0000\"")), "200 2 accepted");
        cases.add("a NUL between events", "[" + good("a") + ",\u0000" + good("b") + "]", "400 malformed_body");
        for (String field : List.of("event_id", "event_type", "user_id", "event_timestamp")) {
            cases.add(
                    "half a surrogate pair as " + field,
                    array(good("a"), with("b", field, "\"\\ud800\""), good("c")),
                    between("type"));
        }
        cases.add(
                "half a surrogate pair in what nobody reads",
                array(with("a", "x", "\"\\udc00\""), with("b", "properties", "{\"\\ud800\":1}")),
                "200 2 accepted");
    }
}
