package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.frame.Entry;
import io.millrace.ingest.Doorway.Response;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Valid bodies, damaged at random from a seed: the door never throws, never answers 5xx, and says of every event that
 * there is what became of it. {@code -Dmillrace.fuzz=1000000} makes it longer.
 */
class HostileFuzzTest {
    private static final int ROUNDS = Integer.getInteger("millrace.fuzz", 20_000) / 4;
    private static final int ROUNDS_A_DOOR = 500;

    /** Counts events where bytes are taken for Latin letters, so that bad UTF-8 and depth do not matter. */
    private static final JsonMapper COUNTING = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        COUNTING.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(100_000)
                        .maxNumberLength(1 << 20)
                        .maxNameLength(1 << 20)
                        .build());
    }

    private Doorway door = new Doorway();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverThrowsAndAnswersForEveryEvent(long seed) {
        Damage damage = new Damage(new Random(seed));
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = damage.next();
            if (round % ROUNDS_A_DOOR == 0) {
                door = new Doorway();
            }
            door.stream.taken.clear();
            String how = "seed " + seed + ", round " + round;
            try {
                check(body, door.send(Post.to(damage.path()).bytes(body).format1()));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(how + ": " + HexFormat.of().formatHex(body), e);
            }
        }
    }

    private void check(byte[] body, Response response) {
        assertThat(response.status()).isIn(200, 207, 400, 413, 415);
        if (response.status() >= 400) {
            assertThat(response.error()).isNotEmpty();
            assertThat(door.stream.taken).isEmpty();
            return;
        }
        JsonNode events = response.body().path("events");
        int accepted = response.body().path("accepted").asInt();
        int rejected = response.body().path("rejected").asInt();
        assertThat(accepted + rejected).isEqualTo(events.size());
        if (body[0] != 0x1f) {
            assertThat(events).hasSize(found(body));
        }
        assertThat(response.status()).isEqualTo(rejected == 0 ? 200 : 207);
        List<Entry> kept = door.entries();
        assertThat(kept)
                .allSatisfy(entry -> assertThat(
                                new String(body, ISO_8859_1).contains(new String(entry.payload(), ISO_8859_1))
                                        || body[0] == 0x1f)
                        .isTrue());
        assertThat(kept.stream().filter(entry -> entry.rejection() == null)).hasSize(accepted);
        assertThat(kept).hasSizeLessThanOrEqualTo(events.size());
    }

    /** How many events a body has: members of its array, else one object, else lines. */
    private static int found(byte[] body) {
        String text = new String(body, ISO_8859_1).replaceFirst("^\u00ef\u00bb\u00bf", "");
        try {
            JsonNode whole = COUNTING.readTree(text);
            return whole.isArray() ? whole.size() : 1;
        } catch (JsonProcessingException e) {
            return (int) Arrays.stream(text.split("\n", -1))
                    .filter(line -> !line.matches("[ \r\t]*"))
                    .count();
        }
    }

    /** Makes bodies of two to four events and harms them. */
    private static final class Damage {
        private static final List<String> NASTY = List.of(
                "{",
                "}",
                "[",
                "]",
                "\"",
                "\\",
                ",",
                ":",
                "\n",
                "\r\n",
                "\u0000",
                "\ufeff",
                "\\ud800",
                "\\u0000",
                "1e999999999",
                "-",
                "null",
                "true",
                "[[[[[[",
                "{\"a\":",
                "\"event_id\":",
                "\"dataset\":",
                "9".repeat(1_001),
                "\u00e9",
                "\ud83d\ude00",
                "/*",
                "NaN",
                "\t");

        private final Random random;

        Damage(Random random) {
            this.random = random;
        }

        String path() {
            return random.nextInt(4) == 0 ? "/v1/events" : "/v1/events/app_events";
        }

        byte[] next() {
            byte[] body = whole().getBytes(UTF_8);
            boolean packed = random.nextInt(5) == 0;
            if (packed && random.nextBoolean()) {
                return harmed(Post.gzipped(body));
            }
            byte[] harmed = harmed(body);
            return packed ? Post.gzipped(harmed) : harmed;
        }

        private String whole() {
            String[] events = new String[2 + random.nextInt(3)];
            for (int i = 0; i < events.length; i++) {
                events[i] = switch (random.nextInt(4)) {
                    case 0 -> Events.app("e" + i, "u");
                    case 1 -> Events.withoutId();
                    case 2 -> Events.ofDataset("app_events", Events.app("e" + i));
                    default ->
                        Events.ofSize("e" + i, 160 + random.nextInt(40))
                                .replace("\"x\":", "\"x\":[1.5,null,{\"y\":\"\u00e9\\n\"}],\"z\":");
                };
            }
            return switch (random.nextInt(4)) {
                case 0 -> String.join("\n", events);
                case 1 -> events[0];
                default -> Events.array(events);
            };
        }

        private byte[] harmed(byte[] whole) {
            byte[] body = whole;
            for (int harms = 1 + random.nextInt(4); harms > 0 && body.length > 1; harms--) {
                body = harm(body);
            }
            return body;
        }

        private byte[] harm(byte[] body) {
            int at = random.nextInt(body.length);
            int end = Math.min(body.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 60));
            return switch (random.nextInt(6)) {
                case 0 -> replaced(body, at, at + 1, new byte[] {(byte) (body[at] ^ (1 << random.nextInt(8)))});
                case 1 -> replaced(body, at, at + 1, new byte[] {(byte) random.nextInt(256)});
                case 2 -> replaced(body, at, end, new byte[0]);
                case 3 -> replaced(body, at, at, Arrays.copyOfRange(body, at, end));
                case 4 -> Arrays.copyOf(body, at + 1);
                default ->
                    replaced(
                            body,
                            at,
                            random.nextBoolean() ? at : end,
                            NASTY.get(random.nextInt(NASTY.size())).getBytes(UTF_8));
            };
        }

        private static byte[] replaced(byte[] body, int from, int to, byte[] by) {
            byte[] made = new byte[body.length - (to - from) + by.length];
            System.arraycopy(body, 0, made, 0, from);
            System.arraycopy(by, 0, made, from, by.length);
            System.arraycopy(body, to, made, from + by.length, body.length - to);
            return made;
        }
    }
}
