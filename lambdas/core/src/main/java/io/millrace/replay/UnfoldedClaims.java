package io.millrace.replay;

import io.millrace.dedup.Fingerprint;
import io.millrace.dedup.Run;
import io.millrace.lake.Claim;
import io.millrace.lake.ClaimBodyCodec;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import io.millrace.lake.ShardId;
import io.millrace.store.ObjectStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What claims bring to silver that no table shows yet. Each look reads the claims, of all shards, that stand since the
 * look before; the first, those since a fold.
 */
final class UnfoldedClaims {
    private static final int PAGE = 1000;

    private final Ledger ledger;
    private final ObjectStore store;
    private final FoldManifest since;
    private final Map<ShardId, Long> seen = new HashMap<>();

    UnfoldedClaims(Ledger ledger, ObjectStore store, FoldManifest since) {
        this.ledger = ledger;
        this.store = store;
        this.since = since;
    }

    /** Those of the events that the new claims bring. */
    Set<Fingerprint> look(Collection<Fingerprint> wanted) {
        Set<Fingerprint> found = new HashSet<>();
        for (Head head : ledger.heads()) {
            long after = seen.getOrDefault(head.shard(), since.folded(head.shard()));
            while (after < head.k()) {
                List<Claim> claims = ledger.claims(head.shard(), after, PAGE);
                if (claims.isEmpty()) {
                    throw new IllegalStateException("Cannot tell what claims of " + head.shard() + " after " + after
                            + " bring to silver: the ledger does not have them");
                }
                for (Claim claim : claims) {
                    Run brought = ClaimBodyCodec.read(store.read(claim.body())).fingerprints();
                    wanted.stream().filter(brought::contains).forEach(found::add);
                }
                after = claims.get(claims.size() - 1).k();
            }
            seen.put(head.shard(), after);
        }
        return found;
    }
}
