package io.millrace.lake.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.millrace.contract.Contracts;
import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import io.millrace.lake.Batch;
import io.millrace.lake.BatchReader;
import io.millrace.lake.RecordReader;
import io.millrace.lake.ShardId;
import io.millrace.lake.StreamRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that must not be read, among a thousand good ones: they all arrive, and it is kept to the byte. */
class PoisonTest {
    private static final int ZSTD = 1;

    private final MemoryLake lake = new MemoryLake();

    static Stream<Arguments> undecodable() {
        byte[] damaged = Events.frame("b", "damaged");
        damaged[damaged.length - 1] ^= 1;
        byte[] bomb = Zstd.compress(new byte[256 * 1024 * 1024]);
        return Stream.of(
                Arguments.of("no frame", "corrupt_record", "no frame \u0000\u001b\uffff".getBytes(UTF_8)),
                Arguments.of("a frame with a flipped bit", "corrupt_record", damaged),
                Arguments.of("a zstd bomb that says so", "corrupt_record", zstd(bomb, 256 * 1024 * 1024)),
                Arguments.of("a zstd bomb that hides it", "corrupt_record", zstd(bomb, 1000)),
                Arguments.of("a frame that makes our code throw", "internal_error", unknownDataset()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("undecodable")
    void what_cannot_be_read_costs_its_neighbours_nothing(String name, String rule, byte[] poison) throws IOException {
        PoisonedBatch batch = new PoisonedBatch(lake, lake::writer);

        batch.deliver(poison);

        assertThat(batch.failures()).isZero();
        holdsAllAndKeeps(poison, rule);
    }

    @Test
    void what_makes_every_attempt_throw_is_isolated_within_three_of_them() throws IOException {
        byte[] poison = Events.frame("b", "poison");
        PoisonedBatch batch = new PoisonedBatch(lake, () -> lake.writer(new ThrowingReader()));

        batch.deliver(poison);

        assertThat(batch.failures()).isEqualTo(3);
        holdsAllAndKeeps(poison, "poison");
    }

    @Test
    void what_takes_all_memory_is_isolated_within_three_attempts(@TempDir Path folder) throws Exception {
        Path poison = Files.write(folder.resolve("poison"), large());
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        poison.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(said).endsWith("failures 3 silver 1000 kept 1 same true\n");
    }

    private void holdsAllAndKeeps(byte[] poison, String rule) throws IOException {
        assertThat(lake.rows("test_silver", "app_events_silver"))
                .extracting(row -> row.getField("event_id"))
                .hasSize(PoisonedBatch.GOOD)
                .doesNotHaveDuplicates();
        List<Record> kept = lake.rows("test_bronze", "undecodable_quarantine");
        assertThat(kept).singleElement().satisfies(row -> {
            assertThat(row.getField("_rule")).isEqualTo(rule);
            assertThat(sha256(bytes((ByteBuffer) row.getField("payload")))).isEqualTo(sha256(poison));
        });
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A frame whose header is as it should be. */
    private static byte[] zstd(byte[] body, int announced) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return ByteBuffer.allocate(12 + body.length)
                .put(new byte[] {'M', 'R', 2, ZSTD})
                .putInt(announced)
                .putInt((int) crc.getValue())
                .put(body)
                .array();
    }

    /** The largest record that a reader takes: every event in it is well, all together need more than 48 MB. */
    private static byte[] large() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            String event = """
                    {"event_id":"%d","event_type":"click","event_timestamp":"2026-01-01T00:00:00Z","user_id":"%s"}""".formatted(i, "u".repeat(150));
            entries.add(new Entry("app_events", "1.0.0", i, null, event.getBytes(UTF_8), null));
        }
        Instant receivedAt = Instant.parse("2026-01-01T00:00:00Z");
        return FrameCodec.encode(new Frame("large", receivedAt, "shop", "test", null, entries));
    }

    private static byte[] unknownDataset() {
        Entry entry = new Entry("nobody_knows", "1.0.0", 0, null, "{}".getBytes(UTF_8), null);
        return FrameCodec.encode(new Frame("b", Instant.EPOCH, "shop", "test", null, List.of(entry)));
    }

    /** Our own code with a mistake in it that one record brings to light, and nothing catches. */
    private static final class ThrowingReader implements RecordReader {
        private final RecordReader reader = new BatchReader(Contracts.bundled());

        @Override
        public Batch read(ShardId shard, List<StreamRecord> records, Instant ingestedAt) {
            if (records.stream().anyMatch(record -> record.position().equals(PoisonedBatch.poisoned()))) {
                throw new IllegalStateException("a bug");
            }
            return reader.read(shard, records, ingestedAt);
        }

        @Override
        public Batch keepUnread(ShardId shard, StreamRecord record, Instant ingestedAt) {
            return reader.keepUnread(shard, record, ingestedAt);
        }
    }
}
