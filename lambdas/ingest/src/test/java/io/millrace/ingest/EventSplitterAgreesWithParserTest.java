package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The splitter only counts brackets; here it is held to a full parser on seeded random bodies, whole and damaged. */
class EventSplitterAgreesWithParserTest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String NASTY = "\\\"{}[],: \n\u00e9\ud83d\ude00ab";

    private final Doorway door = new Doorway();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void cutsEveryArrayWhereTheParserDoes(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            ArrayNode array = array(random, 0);
            array.add(7);
            byte[] body = text(random, array).getBytes(UTF_8);

            Slices slices = (Slices) EventSplitter.split(body, "", 1_000);

            assertThat(slices.events()).hasSize(array.size());
            for (int i = 0; i < array.size(); i++) {
                Slice slice = slices.events().get(i);
                assertThat(JSON.readTree(body, slice.offset(), slice.length())).isEqualTo(array.get(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverTakesAnArrayThatTheParserRefuses(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder body = new StringBuilder(text(random, array(random, 0)));
            for (int flaws = 1 + random.nextInt(3); flaws > 0; flaws--) {
                int at = 1 + random.nextInt(body.length() - 1);
                body.setCharAt(at, NASTY.charAt(random.nextInt(10)));
            }

            int status = door.send(Post.to("/v1/events/app_events")
                            .query("validate", "only")
                            .text(body.toString()))
                    .status();

            assertThat(status).as(body.toString()).isEqualTo(parses(body.toString()) ? 207 : 400);
        }
    }

    private static boolean parses(String body) {
        try {
            return !JSON.readTree(body).isEmpty();
        } catch (JsonProcessingException e) {
            return false; // the answer, not a failure
        }
    }

    private static String text(Random random, JsonNode node) {
        return random.nextBoolean() ? node.toString() : node.toPrettyString();
    }

    private static ArrayNode array(Random random, int depth) {
        ArrayNode array = JSON.createArrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(value(random, depth + 1));
        }
        return array;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 3 : 6)) {
            case 0 -> JSON.getNodeFactory().textNode(string(random));
            case 1 -> JSON.getNodeFactory().numberNode(random.nextInt(100_000) - 50_000);
            case 2 -> JSON.getNodeFactory().nullNode();
            case 3 -> array(random, depth);
            default -> {
                ObjectNode object = JSON.createObjectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set(string(random), value(random, depth + 1));
                }
                yield object;
            }
        };
    }

    private static String string(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int at = random.nextInt(NASTY.length() - 3);
            text.append(at >= 11 ? "\ud83d\ude00" : NASTY.substring(at, at + 1));
        }
        return text.toString();
    }
}
