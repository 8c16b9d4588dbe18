package io.millrace.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CachedKeysTest {
    private static final Source SHOP = new Source("shop", Set.of(), Set.of());
    private static final String HASH = KeyHash.of("k");

    private final FakeKeys table = new FakeKeys();
    private final FakeClock clock = new FakeClock();
    private final Keys keys = new CachedKeys(table, clock);

    @Test
    void asksForAKnownKeyOnceAMinute() {
        table.with("k", SHOP);
        for (int second = 0; second < 60; second++) {
            assertThat(keys.find(HASH)).contains(SHOP);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(table.lookups).isEqualTo(1);
    }

    @Test
    void aRevokedKeyStopsWorkingAfterAMinute() {
        table.with("k", SHOP);
        keys.find(HASH);
        table.revoke("k");

        clock.advance(CachedKeys.KNOWN_FOR.minusMillis(1));
        assertThat(keys.find(HASH)).contains(SHOP);
        clock.advance(Duration.ofMillis(1));
        assertThat(keys.find(HASH)).isEmpty();
    }

    @Test
    void aNewKeyThatWasTriedTooEarlyWorksAfterSeconds() {
        assertThat(keys.find(HASH)).isEmpty();
        table.with("k", SHOP);

        assertThat(keys.find(HASH)).isEmpty();
        clock.advance(CachedKeys.UNKNOWN_FOR);
        assertThat(keys.find(HASH)).contains(SHOP);
    }

    @Test
    void whoTriesKeysDoesNotFillTheMemoryForEver() {
        table.with("k", SHOP);
        for (int i = 0; i < 3 * CachedKeys.MAX_ENTRIES; i++) {
            keys.find("guess-" + i);
        }
        assertThat(keys.find(HASH)).contains(SHOP);
    }

    @Test
    void hashesAKeyAsTheTableHoldsIt() {
        assertThat(KeyHash.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
