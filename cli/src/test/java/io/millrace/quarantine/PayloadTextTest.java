package io.millrace.quarantine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTextTest {

    @Test
    void laysJsonOutAndKeepsEveryDigit() {
        assertThat(PayloadText.of("{\"a\":12345678901234567890.10,\"b\":[\"\u00e9\"]}".getBytes(UTF_8)))
                .isEqualTo("""
                        {
                          "a" : 12345678901234567890.10,
                          "b" : [ "\u00e9" ]
                        }""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "just text", "{\"a\":1,\"a\":2}", "", "17", "{} {}"})
    void leavesOtherTextAsItIs(String text) {
        assertThat(PayloadText.of(text.getBytes(UTF_8))).isEqualTo(text);
    }

    @Test
    void dumpsWhatIsNoText() {
        assertThat(PayloadText.of("{\"a\":\"caf\u00e9\"}\u0000\u0001 and more".getBytes(ISO_8859_1)))
                .isEqualToNormalizingNewlines("""
                        00000000  7b 22 61 22 3a 22 63 61 66 e9 22 7d 00 01 20 61  {"a":"caf."}.. a
                        00000010  6e 64 20 6d 6f 72 65                             nd more""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[31mred", "a\u0000b", "\u009b31m", "bell\u0007"})
    void givesATerminalNothingToObey(String text) {
        assertThat(PayloadText.of(text.getBytes(UTF_8))).startsWith("00000000  ");
    }
}
