package io.millrace.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.luben.zstd.Zstd;
import io.millrace.protocol.Protocol;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FrameCodecTest {
    private static final Instant RECEIVED_AT = Instant.parse("2026-11-21T10:15:30.123456Z");
    private static final String VERSION_1 =
            "TVIBAAAAAJEaxRB3B2JhdGNoLTHA7aqf6piYAwN3ZWIFMC4xLjAVeyJpcF9jbGFzcyI6InB1Ymxp"
                    + "YyJ9AgphcHBfZXZlbnRzBTEuMC4wC2NsaWNrc3RyZWFtBTEuMS4wAgAAAAd7ImEiOjF9AwEHCmRlcml2ZWQtaWQIcmVxdWlyZWQFL3Bh"
                    + "Z2ULaXMgcmVxdWlyZWQHeyJiIjoyfQ==";

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void comes_back_as_it_went(String name, Frame frame) throws CorruptFrameException {
        Frame back = FrameCodec.decode(FrameCodec.encode(frame));
        assertThat(back).usingRecursiveComparison().isEqualTo(frame);
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of("no events", frame(null)),
                Arguments.of("one small event, stored as it is", frame(null, event(0, "{}"))),
                Arguments.of(
                        "many events, compressed",
                        frame(
                                "{\"ip_class\":\"public\"}",
                                IntStream.range(0, 500)
                                        .mapToObj(i -> event(i, "{\"event_id\":\"id-" + i + "\",\"page\":\"/home\"}"))
                                        .toArray(Entry[]::new))),
                Arguments.of(
                        "several datasets and versions",
                        frame(
                                null,
                                new Entry("app_events", "1.0.0", 0, null, bytes("{}"), null),
                                new Entry("clickstream", "1.0.0", 1, null, bytes("{}"), null),
                                new Entry("app_events", "1.1.0", 2, null, bytes("{}"), null))),
                Arguments.of(
                        "a rejected event with any bytes",
                        frame(
                                null,
                                new Entry(
                                        "app_events",
                                        "1.0.0",
                                        300,
                                        "derived-id",
                                        new byte[] {0, -1, 127, -128, 10},
                                        new Rejection("required", "/user_id", "is missing — ünïcode 🚀")))),
                Arguments.of(
                        "a message of each protocol, sent by a clock of another century",
                        new Frame(
                                "batch-1",
                                RECEIVED_AT,
                                Instant.parse("1901-01-01T00:00:00.000001Z"),
                                "web",
                                "0.1.0",
                                null,
                                Stream.of(Protocol.values())
                                        .map(protocol -> new Entry(
                                                "app_events",
                                                "1.0.0",
                                                protocol.code(),
                                                null,
                                                bytes("{}"),
                                                new Rejection("required", "/event", "is required"),
                                                protocol))
                                        .toList())));
    }

    /** Written by the release before protocols: a stream holds a week of them. */
    @Test
    void a_frame_of_version_1_is_read() throws CorruptFrameException {
        Frame frame = FrameCodec.decode(Base64.getDecoder().decode(VERSION_1));

        assertThat(frame)
                .usingRecursiveComparison()
                .isEqualTo(new Frame(
                        "batch-1",
                        RECEIVED_AT,
                        "web",
                        "0.1.0",
                        "{\"ip_class\":\"public\"}",
                        List.of(
                                new Entry("app_events", "1.0.0", 0, null, bytes("{\"a\":1}"), null),
                                new Entry(
                                        "clickstream",
                                        "1.1.0",
                                        7,
                                        "derived-id",
                                        bytes("{\"b\":2}"),
                                        new Rejection("required", "/page", "is required")))));
    }

    @Test
    void every_cut_and_every_flipped_bit_of_version_1_is_noticed() {
        byte[] good = Base64.getDecoder().decode(VERSION_1);
        for (int length = 0; length < good.length; length++) {
            byte[] bad = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> FrameCodec.decode(bad)).isInstanceOf(CorruptFrameException.class);
        }
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> FrameCodec.decode(bad)).isInstanceOf(CorruptFrameException.class);
        }
    }

    @Test
    void a_protocol_that_is_not_known_yet_is_refused_not_guessed() {
        VarWriter written = FrameBody.write(frame(null, event(0, "{}")));
        byte[] body = Arrays.copyOf(written.buffer(), written.size());
        body[body.length - 6] |= (byte) (31 << 2); // flags, dataset, index, length, '{', '}'
        assertThatThrownBy(() -> FrameCodec.decode(sealed(body, body.length))).hasMessageContaining("entry flags 124");
    }

    @Test
    void version_1_knows_no_protocols() {
        byte[] body = Base64.getDecoder().decode(VERSION_1);
        byte[] plain = Arrays.copyOfRange(body, FrameCodec.HEADER_BYTES, body.length);
        plain[plain.length - 49] |= 4; // the last entry's flags
        byte[] record = sealed(plain, plain.length);
        record[2] = FrameCodec.WITHOUT_PROTOCOLS;
        assertThatThrownBy(() -> FrameCodec.decode(record)).hasMessageContaining("entry flags");
    }

    @Test
    void the_same_frame_gives_the_same_bytes() {
        assertThat(FrameCodec.encode(frame(null, event(0, "{}"))))
                .isEqualTo(FrameCodec.encode(frame(null, event(0, "{}"))));
    }

    @Test
    void every_flipped_bit_is_noticed() {
        byte[] good = FrameCodec.encode(frame(
                null, event(0, "{\"a\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}"), event(1, "{}")));
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(catchThrowable(() -> FrameCodec.decode(bad)))
                    .as("bit %d flipped", bit)
                    .isInstanceOf(CorruptFrameException.class);
        }
    }

    @Test
    void every_cut_is_noticed() {
        byte[] good = FrameCodec.encode(frame(null, event(0, "{\"a\":1}"), event(1, "{\"b\":2}")));
        for (int length = 0; length < good.length; length++) {
            byte[] bad = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> FrameCodec.decode(bad)).isInstanceOf(CorruptFrameException.class);
        }
    }

    @Test
    void random_bytes_behind_a_right_header_never_crash() {
        Random random = new Random(7);
        for (int i = 0; i < Integer.getInteger("millrace.fuzz", 20_000); i++) {
            byte[] body = new byte[random.nextInt(200)];
            random.nextBytes(body);
            byte[] record = sealed(body, body.length);
            Throwable thrown = catchThrowable(() -> FrameCodec.decode(record));
            assertThat(thrown)
                    .satisfiesAnyOf(
                            none -> assertThat(none).isNull(),
                            corrupt -> assertThat(corrupt).isInstanceOf(CorruptFrameException.class));
        }
    }

    @Test
    void a_body_that_claims_to_be_huge_is_refused_before_memory_is_taken() {
        byte[] bomb = Zstd.compress(new byte[FrameCodec.MAX_BODY_BYTES + 1]);
        byte[] record = sealed(bomb, FrameCodec.MAX_BODY_BYTES + 1);
        record[3] = FrameCodec.ZSTD;
        assertThatThrownBy(() -> FrameCodec.decode(record)).hasMessageContaining("body length");
    }

    @Test
    void a_zstd_bomb_behind_a_small_length_is_refused() {
        byte[] bomb = Zstd.compress(new byte[64 * 1024 * 1024]);
        byte[] record = sealed(bomb, 100);
        record[3] = FrameCodec.ZSTD;
        assertThatThrownBy(() -> FrameCodec.decode(record)).isInstanceOf(CorruptFrameException.class);
    }

    @Test
    void compressed_bytes_that_declare_another_length_are_refused_before_memory_is_taken() {
        byte[] record = sealed(Zstd.compress(new byte[1 << 20]), FrameCodec.MAX_BODY_BYTES);
        record[3] = FrameCodec.ZSTD;
        assertThatThrownBy(() -> FrameCodec.decode(record)).hasMessageContaining("declares 1048576 bytes");
    }

    @Test
    void more_events_than_a_record_may_hold_are_refused_before_any_is_made() {
        byte[] fewest = FrameCodec.encode(frame(null));
        int header = Byte.toUnsignedInt(fewest[7]);
        ByteBuffer body = ByteBuffer.allocate(header - 1 + 4 + 4 * (FrameCodec.MAX_ENTRIES + 1));
        body.put(fewest, FrameCodec.HEADER_BYTES, header - 1).put(new byte[] {(byte) 0x81, (byte) 0x80, 0x04});
        byte[] record = sealed(body.array(), body.capacity());
        assertThatThrownBy(() -> FrameCodec.decode(record)).hasMessage("Cannot decode frame: 65537 events");
    }

    @Test
    void a_later_version_is_named_in_the_error() {
        byte[] record = FrameCodec.encode(frame(null, event(0, "{}")));
        record[2] = 9;
        assertThatThrownBy(() -> FrameCodec.decode(record)).hasMessageContaining("unknown version 9");
    }

    @Test
    void bytes_that_are_no_frame_are_told_apart() {
        assertThat(FrameCodec.isFrame(bytes("{\"payload\":{}}"))).isFalse();
        assertThat(FrameCodec.isFrame(FrameCodec.encode(frame(null)))).isTrue();
    }

    private static byte[] sealed(byte[] stored, int announced) {
        CRC32C crc = new CRC32C();
        crc.update(stored);
        return ByteBuffer.allocate(FrameCodec.HEADER_BYTES + stored.length)
                .put((byte) 'M')
                .put((byte) 'R')
                .put(FrameCodec.VERSION)
                .put(FrameCodec.STORED)
                .putInt(announced)
                .putInt((int) crc.getValue())
                .put(stored)
                .array();
    }

    private static Frame frame(@Nullable String context, Entry... entries) {
        return new Frame("batch-1", RECEIVED_AT, "web", "0.1.0", context, new ArrayList<>(List.of(entries)));
    }

    private static Entry event(int index, String json) {
        return new Entry("app_events", "1.0.0", index, null, bytes(json), null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
