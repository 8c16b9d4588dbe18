package io.millrace.audit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.lake.Claim;
import io.millrace.lake.ClaimRange;
import io.millrace.lake.Fold;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.FoldManifestCodec;
import io.millrace.lake.LakeObjects;
import io.millrace.lake.MemoryLedger;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.store.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final ShardId SHARD = new ShardId("events", "shard-0");
    private static final String TABLE = "local_bronze.clickstream_bronze";

    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryStore store = new MemoryStore();

    @BeforeEach
    void openTheShard() {
        ledger.begin(SHARD.stream(), Set.of(SHARD.shard()));
        ledger.open(SHARD, Set.of());
    }

    @Test
    void hasNothingToWaitForWhenNothingWasSent() {
        assertThatCode(() -> settle(Map.of())).doesNotThrowAnyException();
    }

    @Test
    void waitsForAClaimOfTheTip() {
        claim(1, 10);

        assertThatThrownBy(() -> settle(Map.of(SHARD, Position.of(11))))
                .hasMessage("Cannot settle in time: records of the stream wait for a claim");
    }

    @Test
    void waitsForAFoldOfEveryClaim() {
        claim(1, 10);
        fold(1, 1, Set.of());
        claim(2, 11);

        assertThatThrownBy(() -> settle(Map.of(SHARD, Position.of(11))))
                .hasMessage("Cannot settle in time: claims wait for a fold");
    }

    @Test
    void waitsForTheTablesOfTheFold() {
        claim(1, 10);
        fold(1, 1, Set.of(TABLE));

        assertThatThrownBy(() -> settle(Map.of(SHARD, Position.of(10))))
                .hasMessage("Cannot settle in time: tables wait for a commit");
    }

    @Test
    void endsWhenTheTablesHoldTheFold() {
        claim(1, 10);
        fold(1, 1, Set.of(TABLE));
        ledger.settled(1, TABLE);

        assertThatCode(() -> settle(Map.of(SHARD, Position.of(10)))).doesNotThrowAnyException();
    }

    @Test
    void doesNotWaitForPausedTables() {
        claim(1, 10);
        fold(1, 1, Set.of(TABLE), Map.of(TABLE, 0L));

        assertThatCode(() -> settle(Map.of(SHARD, Position.of(10)))).doesNotThrowAnyException();
    }

    @Test
    void waitsOnlyForTheTablesThatItWasAskedAbout() {
        claim(1, 10);
        fold(1, 1, Set.of(TABLE));
        Lake lake = new Lake(ledger, store, List.of());
        StreamTips tips = unused -> Map.of(SHARD, Position.of(10));

        assertThatCode(() -> new Settling(lake, tips, Duration.ZERO, unused -> {}, "another"::equals).await())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Settling(lake, tips, Duration.ZERO, unused -> {}, TABLE::equals).await())
                .hasMessage("Cannot settle in time: tables wait for a commit");
    }

    private void settle(Map<ShardId, Position> tips) throws InterruptedException {
        new Settling(new Lake(ledger, store, List.of()), unused -> tips, Duration.ZERO, unused -> {}).await();
    }

    private void claim(long k, long end) {
        ledger.claim(ledger.head(SHARD).orElseThrow(), new Claim(SHARD, k, "c" + k, Position.of(end), "body-" + k));
    }

    private void fold(long number, long lastClaim, Set<String> pending) {
        fold(number, lastClaim, pending, Map.of());
    }

    private void fold(long number, long lastClaim, Set<String> pending, Map<String, Long> held) {
        String path = new LakeObjects(store).foldPath(number);
        FoldManifest manifest = new FoldManifest(
                number, 0, Map.of(SHARD.toString(), lastClaim), Map.of(), Map.of(), List.of(), List.of(), held);
        store.write(path, FoldManifestCodec.write(manifest));
        ledger.createFold(new Fold(
                number, path, Map.of(SHARD, new ClaimRange(number, lastClaim)), Map.of(TABLE, number - 1), pending));
    }
}
