package io.millrace.lake.rebuild;

import io.millrace.lake.Claim;
import io.millrace.lake.ClaimBody;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.Head;
import io.millrace.lake.LakeObjects;
import io.millrace.lake.ShardId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** The heads of shards and those of their claims that somebody still asks for. */
final class ShardEvidence {
    private final LakeObjects objects;
    private final FoldManifest folded;
    private final List<String> contradictions;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();

    ShardEvidence(LakeObjects objects, FoldManifest folded, List<String> contradictions) {
        this.objects = objects;
        this.folded = folded;
        this.contradictions = contradictions;
    }

    /** @param bodies numbers of the shard's claims of which there is a body, at least one */
    void add(ShardId shard, NavigableSet<Long> bodies) {
        long newest = bodies.last();
        if (newest < folded.folded(shard)) {
            contradictions.add("claim " + folded.folded(shard) + " of " + shard + " is folded, and its body is gone");
            return;
        }
        ClaimBody last = objects.claim(shard, newest).orElseThrow();
        long from = Math.min(Math.min(folded.folded(shard), last.windowK()) + 1, newest);
        for (long k = from; k <= newest; k++) {
            Optional<ClaimBody> body = bodies.contains(k) ? objects.claim(shard, k) : Optional.empty();
            if (body.isEmpty()) {
                contradictions.add("the body of claim " + k + " of " + shard + " is gone");
            } else {
                claims.add(new Claim(shard, k, body.get().claimId(), body.get().end(), objects.claimPath(shard, k)));
            }
        }
        heads.add(new Head(shard, newest, last.end(), last.claimId(), 0, null));
    }

    /** @param attempts paths of the shard's bodies, of which some stood and some did not */
    void addFolded(ShardId shard, List<String> attempts, FoldEvidence folds) {
        long last = folded.folded(shard);
        if (last == 0) {
            return;
        }
        List<String> candidates = attempts.stream()
                .filter(path -> objects.claimName(path).k() == last)
                .toList();
        Optional<ClaimBody> body = folds.folded(candidates).map(objects::body);
        if (body.isEmpty()) {
            contradictions.add("claim " + last + " of " + shard + " is folded, and its body is gone");
            return;
        }
        ClaimBody found = body.get();
        claims.add(new Claim(
                shard, last, found.claimId(), found.end(), objects.attemptPath(shard, last, found.claimId())));
        heads.add(new Head(shard, last, found.end(), found.claimId(), 0, null));
    }

    List<Claim> claims() {
        return claims;
    }

    List<Head> heads() {
        return heads;
    }
}
