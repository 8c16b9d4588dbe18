package io.millrace.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class KeysTableTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aKeyComesBackAsItWentAndItsItemHoldsNoKey() {
        SourceKey key = new SourceKey(
                SourceKeys.hash("secret"),
                "id-1",
                "shop",
                true,
                new KeyScope(Set.of("app_events"), Set.of("https://shop.example:8443")),
                NOW.toString(),
                NOW);
        assertThat(KeysTable.key(KeysTable.item(key))).isEqualTo(key);
        assertThat(KeysTable.item(key).toString()).doesNotContain("secret");
    }

    @Test
    void aKeyOfAnEarlierReleaseHasNoIdAndEveryRight() {
        SourceKey key = KeysTable.key(Map.of(
                "key_hash", AttributeValue.fromS("h"),
                "source", AttributeValue.fromS("shop"),
                "status", AttributeValue.fromS("active")));
        assertThat(key.id()).isEmpty();
        assertThat(key.scope()).isEqualTo(KeyScope.ALL);
        assertThat(key.worksAt(NOW)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.example", "https://shop.example/", "https://shop.example/cart", "*", "null"})
    void whatNoBrowserSendsIsNoOrigin(String origin) {
        assertThatThrownBy(() -> new KeyScope(Set.of(), Set.of(origin)))
                .hasMessageContaining("Cannot bind a key to origin '" + origin + "'");
    }
}
