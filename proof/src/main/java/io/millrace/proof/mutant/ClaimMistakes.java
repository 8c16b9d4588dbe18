package io.millrace.proof.mutant;

import io.millrace.lake.Claim;
import io.millrace.lake.ClaimBodyCodec;
import io.millrace.lake.Fold;
import io.millrace.lake.FoldManifestCodec;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import io.millrace.lake.Tables;
import io.millrace.proof.world.ClaimRemovals;
import io.millrace.proof.world.Variant;
import io.millrace.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Mistakes in which claims the ledger may forget, each of which spares at least a shard's newest, and which shards rest. */
final class ClaimMistakes {
    private ClaimMistakes() {}

    /** As a TTL would. */
    static Variant byAge() {
        return forgetting((ledger, store, claim, oldMillis) ->
                ClaimBodyCodec.read(store.read(claim.body())).createdAtMillis() <= oldMillis);
    }

    /** The dedup window is made from claims that are long folded. */
    static Variant onceFolded() {
        return forgetting((ledger, store, claim, oldMillis) -> {
            Optional<Fold> last = ledger.lastFold();
            return last.isPresent()
                    && FoldManifestCodec.read(store.read(last.get().manifest())).folded(claim.shard()) >= claim.k();
        });
    }

    /** Nobody comes upon a shard that rests, also not upon its last claims. */
    static Variant restsBeforeItsFold() {
        return new Variant() {
            @Override
            protected ClaimRemovals.Work claimRemoval(
                    Ledger ledger, ObjectStore store, Tables tables, Clock clock, Duration age) {
                return () -> {
                    ledger.awake().forEach(ledger::rest);
                    return false;
                };
            }
        };
    }

    private static Variant forgetting(Rule rule) {
        return new Variant() {
            @Override
            protected ClaimRemovals.Work claimRemoval(
                    Ledger ledger, ObjectStore store, Tables tables, Clock clock, Duration age) {
                long oldMillis = clock.millis() - age.toMillis();
                return () -> {
                    for (Head head : ledger.heads()) {
                        for (Claim claim : ledger.claims(head.shard(), 0, Integer.MAX_VALUE)) {
                            if (claim.k() < head.k() && rule.forgets(ledger, store, claim, oldMillis)) {
                                ledger.remove(claim);
                            }
                        }
                    }
                    return false;
                };
            }
        };
    }

    private interface Rule {
        boolean forgets(Ledger ledger, ObjectStore store, Claim claim, long oldMillis);
    }
}
