package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DynamoKeysTest {
    private static final List<String> ACTIVE = List.of("active");
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
    private static final List<String> SHOP = List.of("shop");

    @Test
    void anActiveKeyNamesItsSourceAndWhatItMayDo() {
        assertThat(DynamoKeys.source(
                        Map.of(
                                "source",
                                SHOP,
                                "status",
                                ACTIVE,
                                "datasets",
                                List.of("clickstream"),
                                "origins",
                                List.of("https://shop.example")),
                        NOW))
                .contains(new Source("shop", Set.of("clickstream"), Set.of("https://shop.example")));
    }

    @Test
    void readsWhatTheTableAnswers() throws IOException {
        String answer = """
                {"ConsumedCapacity":{"CapacityUnits":0.5},"Item":{"key_hash":{"S":"ab"},"source":{"S":"shop"},
                 "datasets":{"SS":["a","b"]},"note":{"M":{"by":{"S":"x"}}},"gone":{"NULL":true},"valid_until":{"N":"7"}}}""";

        assertThat(DynamoKeys.item(answer.getBytes(UTF_8)))
                .containsEntry("source", List.of("shop"))
                .containsEntry("datasets", List.of("a", "b"))
                .containsEntry("valid_until", List.of("7"))
                .containsEntry("gone", List.of());
        assertThat(DynamoKeys.item("{}".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void absentListsMeanAll() {
        assertThat(DynamoKeys.source(Map.of("source", SHOP, "status", ACTIVE), NOW))
                .contains(new Source("shop", Set.of(), Set.of()));
    }

    @Test
    void whatIsNotActiveIsNoKey() {
        assertThat(DynamoKeys.source(Map.of(), NOW)).isEmpty();
        assertThat(DynamoKeys.source(Map.of("source", SHOP), NOW)).isEmpty();
        assertThat(DynamoKeys.source(Map.of("source", SHOP, "status", List.of("revoked")), NOW))
                .isEmpty();
    }

    @Test
    void aRotatedKeyWorksUntilItsEnd() {
        assertThat(DynamoKeys.source(endingAt("1000001"), NOW)).isPresent();
        assertThat(DynamoKeys.source(endingAt("1000000"), NOW)).isEmpty();
    }

    private static Map<String, List<String>> endingAt(String epochSecond) {
        return Map.of("source", SHOP, "status", ACTIVE, "valid_until", List.of(epochSecond));
    }
}
