package io.millrace.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextBytesTest {
    private static final List<String> TEXTS = List.of(
            "", "a", "b", "abcdefg", "abcdefgh", "abcdefgi", "abcdefghi", "\u00e9t\u00e9", "\ud83d\ude00", "\u0000");

    @Test
    void sameLettersElsewhereAreEqual() {
        for (String text : TEXTS) {
            TextBytes alone = TextBytes.of(text);
            TextBytes among = among("<<<", text);

            assertThat(among).isEqualTo(alone).hasSameHashCodeAs(alone).hasToString(text);
            assertThat(among.length()).isEqualTo(text.length());
            assertThat(among.lengthBytes()).isEqualTo(text.getBytes(UTF_8).length);
        }
    }

    @Test
    void otherLettersAreOrderedByCodePoint() {
        for (String one : TEXTS) {
            for (String other : TEXTS) {
                int order = among("x", one).compareBytes(among("yyyy", other));

                assertThat(order == 0).as("%s and %s", one, other).isEqualTo(one.equals(other));
                assertThat(among("x", one).equals(among("yyyy", other))).isEqualTo(one.equals(other));
            }
        }
        assertThat(TextBytes.of("\uffee").compareBytes(TextBytes.of("\ud83d\ude00")))
                .isNegative();
    }

    private static TextBytes among(String before, String text) {
        int from = before.getBytes(UTF_8).length;
        return TextBytes.of((before + text + ">").getBytes(UTF_8), from, from + text.getBytes(UTF_8).length);
    }
}
