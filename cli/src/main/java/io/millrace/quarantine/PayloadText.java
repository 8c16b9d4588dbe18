package io.millrace.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes of any kind as a person can read them. */
public final class PayloadText {

    private static final int BYTES_A_LINE = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    /** Large numbers keep their digits. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private PayloadText() {}

    /** JSON in lines; other text as it is; anything else as a hex dump: offset, bytes, letters. */
    public static String of(byte[] payload) {
        Optional<String> text = utf8(payload);
        return text.isEmpty() ? hexDump(payload) : pretty(text.get());
    }

    /** The text, if the bytes are UTF-8 without control characters that a terminal would obey. */
    public static Optional<String> utf8(byte[] payload) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            return text.chars().allMatch(PayloadText::isPrintable) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty(); // the answer, not a failure
        }
    }

    private static boolean isPrintable(int c) {
        return c == '\n' || c == '\r' || c == '\t' || !Character.isISOControl(c);
    }

    private static String pretty(String text) {
        try {
            return JSON.readTree(text).isContainerNode() ? JSON.readTree(text).toPrettyString() : text;
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private static String hexDump(byte[] payload) {
        StringBuilder dump = new StringBuilder();
        for (int at = 0; at < payload.length; at += BYTES_A_LINE) {
            int end = Math.min(payload.length, at + BYTES_A_LINE);
            StringBuilder letters = new StringBuilder();
            for (int i = at; i < end; i++) {
                letters.append(payload[i] >= ' ' && payload[i] < 0x7f ? (char) payload[i] : '.');
            }
            String bytes = HEX.formatHex(payload, at, end);
            dump.append(String.format("%08x  %-47s  %s%n", at, bytes, letters));
        }
        return dump.toString().stripTrailing();
    }
}
