package io.millrace.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.lake.ClaimRange;
import io.millrace.lake.Fold;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.FoldManifestCodec;
import io.millrace.lake.LakeObjects;
import io.millrace.lake.MemoryLedger;
import io.millrace.lake.ShardId;
import io.millrace.store.MemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LakeTest {

    private static final ShardId SHARD = new ShardId("events", "shard-0");
    private static final ShardId OTHER = new ShardId("events", "shard-1");

    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryStore store = new MemoryStore();
    private final Lake lake = new Lake(ledger, store, List.of());

    @ParameterizedTest(name = "claim {0} is in fold {1}")
    @CsvSource({"1,1", "2,1", "3,3", "4,4", "5,4", "6,4", "7,7"})
    void findsTheFoldOfAClaimByTheFrontiersOfTheFolds(long k, long fold) {
        fold(1, Map.of(SHARD.toString(), 2L));
        fold(2, Map.of(SHARD.toString(), 2L, OTHER.toString(), 9L));
        fold(3, Map.of(SHARD.toString(), 3L, OTHER.toString(), 9L));
        fold(4, Map.of(SHARD.toString(), 6L, OTHER.toString(), 9L));
        fold(5, Map.of(SHARD.toString(), 6L, OTHER.toString(), 10L));
        fold(6, Map.of(SHARD.toString(), 6L, OTHER.toString(), 11L));
        fold(7, Map.of(SHARD.toString(), 7L, OTHER.toString(), 11L));

        assertThat(lake.foldOf(SHARD, k).map(FoldManifest::fold)).contains(fold);
    }

    @Test
    void aClaimThatWaitsHasNoFold() {
        assertThat(lake.foldOf(SHARD, 1)).isEmpty();
        fold(1, Map.of(SHARD.toString(), 2L));

        assertThat(lake.foldOf(SHARD, 3)).isEmpty();
        assertThat(lake.foldOf(OTHER, 1)).isEmpty();
        assertThat(lake.claim(SHARD, 3)).isEmpty();
    }

    private void fold(long number, Map<String, Long> frontier) {
        String path = new LakeObjects(store).foldPath(number);
        store.write(
                path,
                FoldManifestCodec.write(
                        new FoldManifest(number, 0, frontier, Map.of(), Map.of(), List.of(), List.of())));
        ledger.createFold(new Fold(number, path, Map.of(SHARD, new ClaimRange(number, number)), Map.of(), Set.of()));
    }
}
