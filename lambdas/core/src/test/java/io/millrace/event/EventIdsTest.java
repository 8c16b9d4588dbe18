package io.millrace.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventIdsTest {
    @Test
    void aDerivedIdIsAUuidOfVersion5() {
        UUID id = UUID.fromString(id("web", "{}"));

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void derivedIdsNeverChange() {
        assertThat(EventIds.derive("web", "{\"a\":1}")).isEqualTo("4c5b0154-50da-554a-b956-2d4a920ad692");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":2}          | { \"b\" : 2,  \"a\" : 1 }",
                "{\"a\":{\"x\":1,\"y\":[]}} | {\"a\":{\"y\":[ ],\"x\":1}}",
                "{\"a\":\"é\"}              | {\"a\":\"\\u00e9\"}",
                "{\"a\":\"/\"}              | {\"a\":\"\\/\"}",
            })
    void theSameEventInAnotherSpellingHasTheSameId(String one, String other) {
        assertThat(id("web", one)).isEqualTo(id("web", other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1}                | {\"a\":\"1\"}",
                "{\"a\":[1,2]}            | {\"a\":[2,1]}",
                "{\"a\":9007199254740993} | {\"a\":9007199254740992}",
                "{\"a\":null}             | {}",
                "{\"a\":1,\"a\":2}        | {\"a\":2,\"a\":1}",
                "{\"a\":\"\\ud800\"}      | {\"a\":\"\\ud801\"}",
            })
    void otherEventsHaveOtherIds(String one, String other) {
        assertThat(id("web", one)).isNotEqualTo(id("web", other));
    }

    @Test
    void theSameEventOfAnotherSourceHasAnotherId() {
        assertThat(id("web", "{}")).isNotEqualTo(id("mobile", "{}"));
    }

    private static String id(String source, String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return EventIds.ofJson(source, bytes, 0, bytes.length);
    }
}
