package io.millrace.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contracts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of app_events; single quotes stand for double ones. */
class EventCheckerTest {
    private static final Instant RECEIVED_AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final String NESTED = "[".repeat(100) + "]".repeat(100);

    private final EventChecker checker =
            new EventChecker(Contracts.bundled().find("app_events").orElseThrow());

    @Test
    void anEventIsTypedAndNormalised() {
        Accepted accepted = accept("{'event_id':'e1','event_type':' Click ','timestamp':'2026-03-01T13:00:00.25+01:00',"
                + "'user_id':'u1','event_value':19.9,'properties':{ 'a' : [1, {'b':'ü'}] },'colour':'red'}");

        long time = micros("2026-03-01T12:00:00.250Z");
        assertThat(accepted.values())
                .containsExactly(
                        "e1", "click", time, "u1", null, null, null, null, 19.9, quoted("{ 'a' : [1, {'b':'ü'}] }"));
        assertThat(accepted.claimed()).isEqualTo(new Claimed("e1", " Click ", time));
        assertThat(accepted.partitionKey()).isEqualTo("u1");
        assertThat(accepted.warnings()).isEmpty();
        assertThat(accepted.unknownFields()).isEqualTo(1);
    }

    @TestFactory
    Stream<DynamicTest> bytesThatAreNoEventAreRejected() {
        byte[] event = event("").getBytes(UTF_8);
        return table(
                row("nothing", "", Rules.MALFORMED_JSON),
                row("white space", " \n", Rules.MALFORMED_JSON),
                row("half an object", "{'event_id':'e1'", Rules.MALFORMED_JSON),
                row("half a name", "{'event_i", Rules.MALFORMED_JSON),
                row("two objects", event("") + event(""), Rules.MALFORMED_JSON),
                row("something after the object", event("") + "x", Rules.MALFORMED_JSON),
                row("a trailing comma", "{'event_id':'e1',}", Rules.MALFORMED_JSON),
                row("not a number", event("'event_value':NaN"), Rules.MALFORMED_JSON),
                row("a raw line feed in a text", event("'session_id':'a\nb'"), Rules.MALFORMED_JSON),
                row("broken JSON in a nested object", event("'properties':{'a':tru}"), Rules.MALFORMED_JSON),
                row("broken JSON in an unknown field", event("'x':[1,,2]"), Rules.MALFORMED_JSON),
                row("an array", "[" + event("") + "]", Rules.NOT_AN_OBJECT),
                row("a text", "'e1'", Rules.NOT_AN_OBJECT),
                row("null", "null", Rules.NOT_AN_OBJECT),
                row("deep nesting", event("'x':" + NESTED), Rules.JSON_LIMIT),
                row("deep nesting outside an object", "[" + NESTED + "]", Rules.JSON_LIMIT),
                row("a thousand and one digits that nobody reads", event("'x':1" + "0".repeat(1000)), Rules.JSON_LIMIT),
                row("a million digits", event("'event_value':1" + "0".repeat(1_000_000)), Rules.JSON_LIMIT),
                row("Latin-1", event("'session_id':'ü'").getBytes(ISO_8859_1), Rules.INVALID_UTF8),
                row("an overlong byte", new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}, Rules.INVALID_UTF8),
                row("an encoded surrogate", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, Rules.INVALID_UTF8),
                row("a text cut in a letter", new byte[] {'"', (byte) 0xC3}, Rules.INVALID_UTF8),
                row("UTF-16", event("").getBytes(UTF_16BE), Rules.MALFORMED_JSON),
                row("zeros", new byte[100], Rules.MALFORMED_JSON),
                row("half an event", Arrays.copyOf(event, event.length / 2), Rules.MALFORMED_JSON));
    }

    @TestFactory
    Stream<DynamicTest> anEventThatBreaksTheContractIsRejectedWithThePlace() {
        return table(
                row("no type", "{'event_id':'e1','timestamp':1767225600000,'user_id':'u'}", "required /event_type"),
                row("a null type", event("'event_type':null"), "duplicate_field /event_type"),
                row("a blank type", eventWithout("event_type", "'event_type':'  '"), "required /event_type"),
                row("no time", eventWithout("event_timestamp", ""), "required /event_timestamp"),
                row("nobody", "{'event_type':'click','timestamp':1767225600000}", "require_one_of "),
                row("an empty somebody", eventWithout("user_id", "'user_id':''"), "require_one_of "),
                row("a number for an id", eventWithout("event_id", "'event_id':17"), "type /event_id"),
                row("a number for a user", eventWithout("user_id", "'user_id':17"), "type /user_id"),
                row("a text for a number", event("'event_value':'19.9'"), "type /event_value"),
                row("true for a number", event("'event_value':true"), "type /event_value"),
                row("a number beyond a double", event("'event_value':1e400"), "range /event_value"),
                row("a text for an object", event("'properties':'{}'"), "type /properties"),
                row("an array for an object", event("'properties':[]"), "type /properties"),
                row("an object for a text", event("'session_id':{'a':1}"), "type /session_id"),
                row("half a surrogate pair", event("'session_id':'\\ud83d'"), "type /session_id"),
                row("the same field twice", event("'user_id':'v'"), "duplicate_field /user_id"),
                row("a text too long", event("'app_version':'" + "9".repeat(65) + "'"), "length /app_version"),
                row("an unreadable time", time("'yesterday'"), "type /timestamp"),
                row("a time without zone", time("'2026-03-01T12:00:00'"), "type /timestamp"),
                row("a day that is not", time("'2026-02-30T12:00:00Z'"), "type /timestamp"),
                row("fractional milliseconds", time("1767225600000.5"), "type /timestamp"),
                row("a time in an object", time("{'$date':0}"), "type /timestamp"),
                row("milliseconds beyond a long", time("17672256000000000000000"), "range /timestamp"),
                row("milliseconds beyond year 9999", time("253402300800000"), "range /timestamp"),
                row("epoch seconds", time("1767225600"), "range /timestamp"),
                row("the year 2019", time("'2019-12-31T23:59:59.999999Z'"), "range /timestamp"),
                row("more than a day ahead", time("'2026-03-02T12:00:00.000001Z'"), "range /timestamp"));
    }

    @TestFactory
    Stream<DynamicTest> whatLooksOddAndIsFineIsAccepted() {
        return Stream.of(
                        row("a byte order mark", "\uFEFF" + event(""), ""),
                        row("white space around", " \r\n" + event("") + "\t\n", ""),
                        row("the earliest time", time("'2020-01-01T00:00:00Z'"), ""),
                        row("a day ahead", time("'2026-03-02T12:00:00Z'"), ""),
                        row("real history", time("'2024-03-13T10:21:14Z'"), ""),
                        row("epoch milliseconds", time("1767225600000"), ""),
                        row("a whole number for a double", event("'event_value':-0"), ""),
                        row("nested as deep as may be", event("'x':" + "[".repeat(99) + "]".repeat(99)), ""),
                        row("a name that needs escapes", event("'a/b~c\\u0000\\ud800':1"), ""),
                        row("nested names twice", event("'properties':{'a':1,'a':2}"), ""),
                        row("four-byte letters", event("'session_id':'😀'"), ""),
                        row("an unknown field twice", event("'x':1,'x':2"), ""),
                        row("null for what may be absent", event("'app_type':null,'properties':null"), ""))
                .map(row -> DynamicTest.dynamicTest(
                        row.name(), () -> assertThat(check(row.json())).isInstanceOf(Accepted.class)));
    }

    @Test
    void anEventTypeThatIsNotListedIsKeptAndCounted() {
        Accepted accepted = accept(eventWithout("event_type", "'event_type':'Teleport'"));

        assertThat(accepted.values()[1]).isEqualTo("teleport");
        assertThat(accepted.warnings())
                .containsExactly(new Warning(
                        Rules.ALLOWED_VALUES, "/event_type", "must be one of click, purchase, signup, view"));
    }

    @Test
    void aFieldsOwnNameCountsBeforeItsAliasesWhateverTheirOrder() {
        assertThat(accept(event("'messageId':'m','id':'i'")).eventId()).isEqualTo("e1");
        assertThat(accept(eventWithout("event_id", "'id':'i','messageId':'m'")).eventId())
                .isEqualTo("m");
        assertThat(accept(eventWithout("event_id", "'id':'i','event_id':null")).eventId())
                .isEqualTo("i");
    }

    @Test
    void anEventOfAnonymousVisitorsKeepsTheirOrder() {
        assertThat(accept(eventWithout("user_id", "'anonymous_id':'a'")).partitionKey())
                .isEqualTo("a");
    }

    @Test
    void theClaimIsWhatTheEventSaysEvenWhenItIsRejected() {
        Verdict verdict = check(bytes("{'event_type':' Odd ','event_id':17,'timestamp':1767225600000}"));

        assertThat(verdict.claimed()).isEqualTo(new Claimed("17", " Odd ", 1767225600000_000L));
    }

    @Test
    void aReasonQuotesNoPersonalValue() {
        Verdict verdict = check(bytes(event("'session_id':{'email':'a@b.example'}")));

        assertThat(verdict)
                .isEqualTo(
                        new Rejected(verdict.claimed(), Rules.TYPE, "/session_id", "must be a string, is an object"));
    }

    @Test
    void noBytesMakeItThrow() {
        Random random = new Random(7);
        byte[] event =
                bytes(event("'event_value':1.5e3,'properties':{'a':[1,{'b':'ü\\u00e9'}],'c':-12.5E+7},'x':[null]"));
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = Arrays.copyOf(event, event.length - random.nextInt(3));
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] =
                        "{}[]\",:\\0e-tnu\u00fc\u0000 ".getBytes(ISO_8859_1)[random.nextInt(17)];
            }
            assertThat(check(bytes)).isNotNull();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(String name, byte[] json, String expected) {}

    private static Row row(String name, String json, String expected) {
        return new Row(name, bytes(json), expected);
    }

    private static Row row(String name, byte[] json, String expected) {
        return new Row(name, json, expected);
    }

    /** Each row is rejected by the expected rule, or the expected rule and pointer. */
    private Stream<DynamicTest> table(Row... rows) {
        BiFunction<Rejected, String, String> shown = (rejected, expected) ->
                expected.contains(" ") ? rejected.rule() + " " + rejected.pointer() : rejected.rule();
        return Arrays.stream(rows)
                .map(row -> DynamicTest.dynamicTest(
                        row.name(),
                        () -> assertThat(check(row.json()))
                                .isInstanceOfSatisfying(
                                        Rejected.class,
                                        rejected -> assertThat(shown.apply(rejected, row.expected()))
                                                .isEqualTo(row.expected()))));
    }

    private Verdict check(byte[] json) {
        byte[] padded = new byte[json.length + 4];
        System.arraycopy(json, 0, padded, 2, json.length);
        return checker.check(padded, 2, json.length, Arrival.of(RECEIVED_AT, "web"));
    }

    private Accepted accept(String json) {
        Verdict verdict = check(bytes(json));
        assertThat(verdict).isInstanceOf(Accepted.class);
        return (Accepted) verdict;
    }

    private static String event(String more) {
        return eventWithout("", more);
    }

    private static String time(String value) {
        return eventWithout("event_timestamp", "'timestamp':" + value);
    }

    /** A good event less one field, and with more members. */
    private static String eventWithout(String field, String more) {
        String members = Stream.of(
                        "'event_id':'e1'",
                        "'event_type':'click'",
                        "'event_timestamp':'2026-03-01T12:00:00Z'",
                        "'user_id':'u1'",
                        more)
                .filter(member ->
                        !member.isEmpty() && (field.isEmpty() || member.equals(more) || !member.contains(field)))
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        return "{" + members + "}";
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private static byte[] bytes(String json) {
        return quoted(json).getBytes(UTF_8);
    }

    private static long micros(String time) {
        return Instant.parse(time).toEpochMilli() * 1000;
    }
}
