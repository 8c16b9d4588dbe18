package io.millrace.frame;

import static io.millrace.frame.Frames.VERSION_1;
import static io.millrace.frame.Frames.event;
import static io.millrace.frame.Frames.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** No byte that is wrong is taken for right, and none costs more than its record. */
final class CorruptFrameTest {
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
    void a_later_version_is_named_in_the_error() {
        byte[] record = FrameCodec.encode(frame(null, event(0, "{}")));
        record[2] = 9;
        assertThatThrownBy(() -> FrameCodec.decode(record)).hasMessageContaining("unknown version 9");
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
}
