package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSplitterTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            one object                  | {"a":1}                        | {"a":1}               | false
            object over lines           | {~ "a": [~{}]~}~               | {~ "a": [~{}]~}       | false
            brackets in strings         | {"a":"}]\\"{"}               | {"a":"}]\\"{"}      | false
            array                       | [{"a":1},{"b":[2]}]            | {"a":1};{"b":[2]}     | false
            array of what is no object  | [1, "x,]" ,null,[]]            | 1;"x,]";null;[]       | false
            lines                       | {"a":1}~{"b":2}                | {"a":1};{"b":2}       | true
            lines, the second broken    | {"a":1}~nonsense               | {"a":1};nonsense      | true
            lines, the first broken     | {"a":~{"b":2}                  | {"a":;{"b":2}         | true
            lines, Windows ends         | {"a":1}^~{"b":2}^~             | {"a":1};{"b":2}       | true
            """)
    void cutsWhereEventsLie(String what, String body, String events, boolean lines) {
        byte[] bytes = unescape(body).getBytes(UTF_8);

        Split split = EventSplitter.split(bytes, "", 10);

        assertThat(split).isInstanceOf(Slices.class);
        Slices slices = (Slices) split;
        assertThat(slices.lines()).isEqualTo(lines);
        assertThat(slices.events())
                .extracting(s -> new String(bytes, s.offset(), s.length(), UTF_8))
                .isEqualTo(List.of(unescape(events).split(";")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            object that does not end    | {"a":1                | 400
            object and more             | {"a":1} x             | 400
            two objects in one line     | {"a":1}{"b":1}        | 400
            array that does not end     | [{"a":1}              | 400
            array with a gap            | [{"a":1},,{"b":1}]    | 400
            array with a trailing comma | [{"a":1},]            | 400
            array without a comma       | [{"a":1} {"b":1}]     | 400
            array and more              | [{"a":1}] x           | 400
            bare comma                  | [,]                   | 400
            string that does not end    | ["a                   | 400
            plain text                  | hello                 | 415
            a number                    | 42                    | 415
            """)
    void refusesWhatItCannotCut(String what, String body, int status) {
        Split split = EventSplitter.split(unescape(body).getBytes(UTF_8), "", 10);

        assertThat(split)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.status()).isEqualTo(status));
    }

    @ParameterizedTest
    @CsvSource({"application/x-ndjson", "application/jsonl; charset=utf-8", "APPLICATION/X-NDJSON"})
    void believesTheContentTypeWhereTheFirstLineIsBroken(String contentType) {
        Split split = EventSplitter.split("oops\n{\"a\":1}".getBytes(UTF_8), contentType, 10);

        assertThat(split).isEqualTo(new Slices(List.of(new Slice(0, 4), new Slice(5, 7)), true));
    }

    private static String unescape(String text) {
        return text.replace('~', '\n').replace('^', '\r');
    }
}
