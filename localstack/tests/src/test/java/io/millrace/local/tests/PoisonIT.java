package io.millrace.local.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import io.millrace.frame.Entry;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import io.millrace.local.platform.Platform;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import io.millrace.target.Targets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** Records that must not be read, put past the door among a thousand good ones. */
@ExtendWith(LocalPlatform.class)
final class PoisonIT {
    private static final int GOOD = 1000;
    private static final int MOST_IN_A_PUT = 500;
    private static final String SOURCE = "poison-" + UUID.randomUUID();

    @Test
    void a_thousand_neighbours_arrive_and_each_poison_is_kept_to_the_byte() {
        Instant begin = Instant.now();
        List<byte[]> poison = poison();
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < GOOD; i++) {
            records.add(frame("app_events", "e" + i));
            if (i % 100 == 50 && i / 100 < poison.size()) {
                records.add(poison.get(i / 100));
            }
        }

        putOnOneShard(records);
        LocalPlatform.settle();

        assertThat(LocalPlatform.count("select count(distinct event_id) from local_silver.app_events_silver"
                        + " where _source_system = '" + SOURCE + "'"))
                .isEqualTo(GOOD);
        assertThat(kept(begin))
                .containsAll(poison.stream().map(PoisonIT::sha256).toList());
        LocalPlatform.millrace("ledger").succeeded();
    }

    private static List<byte[]> poison() {
        byte[] damaged = frame("app_events", "damaged");
        damaged[damaged.length - 1] ^= 1;
        byte[] bomb = Zstd.compress(new byte[256 * 1024 * 1024]);
        return List.of(
                ("no frame " + SOURCE).getBytes(UTF_8),
                damaged,
                zstd(bomb, 256 * 1024 * 1024),
                zstd(bomb, 1000),
                frame("nobody_knows", "throws"));
    }

    private static byte[] frame(String dataset, String id) {
        String event = """
                {"event_id":"%s %s","event_type":"click","event_timestamp":"2026-03-01T12:00:00Z","user_id":"u"}""".formatted(id, SOURCE);
        Entry entry = new Entry(dataset, "1.0.0", 0, null, event.getBytes(UTF_8), null);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return FrameCodec.encode(new Frame("b", now, SOURCE, "test", null, List.of(entry)));
    }

    /** A frame whose header is as it should be. */
    private static byte[] zstd(byte[] body, int announced) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return ByteBuffer.allocate(12 + body.length)
                .put(new byte[] {'M', 'R', 2, 1})
                .putInt(announced)
                .putInt((int) crc.getValue())
                .put(body)
                .array();
    }

    private static void putOnOneShard(List<byte[]> records) {
        Target target = Targets.local(Platform.at(Checkout.root(), Checkout.state()));
        String stream = StackOutputs.of(target).need("EventStream");
        List<PutRecordsRequestEntry> entries = records.stream()
                .map(bytes -> PutRecordsRequestEntry.builder()
                        .partitionKey("poison")
                        .explicitHashKey("0")
                        .data(SdkBytes.fromByteArray(bytes))
                        .build())
                .toList();
        try (KinesisClient kinesis = target.clients().kinesis()) {
            for (int from = 0; from < entries.size(); from += MOST_IN_A_PUT) {
                List<PutRecordsRequestEntry> some =
                        entries.subList(from, Math.min(entries.size(), from + MOST_IN_A_PUT));
                assertThat(kinesis.putRecords(put -> put.streamName(stream).records(some))
                                .failedRecordCount())
                        .isZero();
            }
        }
    }

    private static List<String> kept(Instant since) {
        JsonNode rows = LocalPlatform.millrace(
                        "quarantine",
                        "show",
                        "--dataset",
                        "undecodable",
                        "--from",
                        since.toString(),
                        "--limit",
                        "50",
                        "--format",
                        "json")
                .succeeded()
                .json();
        List<String> hashes = new ArrayList<>();
        rows.forEach(row -> hashes.add(
                sha256(Base64.getDecoder().decode(row.get("payload_base64").asText()))));
        return hashes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
