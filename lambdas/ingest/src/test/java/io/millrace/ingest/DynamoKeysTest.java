package io.millrace.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoKeysTest {
    private static final AttributeValue ACTIVE = AttributeValue.fromS("active");
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
    private static final AttributeValue SHOP = AttributeValue.fromS("shop");

    @Test
    void anActiveKeyNamesItsSourceAndWhatItMayDo() {
        assertThat(DynamoKeys.source(
                        Map.of(
                                "source",
                                SHOP,
                                "status",
                                ACTIVE,
                                "datasets",
                                AttributeValue.fromSs(List.of("clickstream")),
                                "origins",
                                AttributeValue.fromSs(List.of("https://shop.example"))),
                        NOW))
                .contains(new Source("shop", Set.of("clickstream"), Set.of("https://shop.example")));
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
        assertThat(DynamoKeys.source(Map.of("source", SHOP, "status", AttributeValue.fromS("revoked")), NOW))
                .isEmpty();
    }

    @Test
    void aRotatedKeyWorksUntilItsEnd() {
        assertThat(DynamoKeys.source(endingAt("1000001"), NOW)).isPresent();
        assertThat(DynamoKeys.source(endingAt("1000000"), NOW)).isEmpty();
    }

    private static Map<String, AttributeValue> endingAt(String epochSecond) {
        return Map.of("source", SHOP, "status", ACTIVE, "valid_until", AttributeValue.fromN(epochSecond));
    }
}
