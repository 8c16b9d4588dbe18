package io.millrace.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sorting and escaping of RFC 8785, section 3.2, and what is our own. */
class CanonicalJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ }                                            | {}",
                "[ 1 , true , null , \"x\" ]                    | [1,true,null,\"x\"]",
                "{\"b\":{\"d\":1,\"c\":2},\"a\":0}              | {\"a\":0,\"b\":{\"c\":2,\"d\":1}}",
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}"
                        + "| {\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}",
                "\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\" | \"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"",
                "[1.0,1e2,-0,10000000000000000001]             | [1.0,1e2,-0,10000000000000000001]",
                "{\"a\":2,\"a\":1}                              | {\"a\":2,\"a\":1}",
                "\"\\uD800\"                                    | \"\\ud800\"",
            })
    void oneSpelling(String json, String canonical) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        try (JsonParser parser = Json.parser(bytes, 0, bytes.length)) {
            assertThat(CanonicalJson.of(parser)).isEqualTo(canonical);
        }
    }
}
