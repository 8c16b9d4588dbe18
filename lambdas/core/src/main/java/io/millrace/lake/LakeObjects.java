package io.millrace.lake;

import io.millrace.store.ObjectStore;
import java.util.List;
import java.util.Optional;

/**
 * Claim bodies and fold manifests on the object store, each under the only name that it can have. Such a name is written
 * once: who comes second takes what is there. So a claim's or a fold's number decides its content for ever, also after
 * the ledger was lost or restored: {@code docs/decisions/0014-names-that-are-written-once.md}.
 */
public final class LakeObjects {
    private static final String CLAIM = ".claim";
    private static final String FOLD = ".json";

    private final ObjectStore store;

    public LakeObjects(ObjectStore store) {
        this.store = store;
    }

    /** Where the body of a shard's k-th claim lies. */
    public String claimPath(ShardId shard, long k) {
        return claims(shard) + k + CLAIM;
    }

    /**
     * Where a body lies that is not bound to become the shard's k-th claim: of a shard whose events come from no stream,
     * so that an attempt that does not stand is made anew from what it was made of. Only a fold tells that it stood.
     *
     * @param id fresh for each attempt
     */
    public String attemptPath(ShardId shard, long k, String id) {
        return claims(shard) + k + "-" + id + CLAIM;
    }

    /** The body of a shard's k-th claim, or empty if nobody has written it yet. */
    public Optional<ClaimBody> claim(ShardId shard, long k) {
        return store.find(claimPath(shard, k)).map(ClaimBodyCodec::read);
    }

    /** The body at a path that somebody named. */
    public ClaimBody body(String path) {
        return ClaimBodyCodec.read(store.read(path));
    }

    /** The body's paths of all claims, of a stream ({@code "STREAM/"}), or of a shard ({@code "STREAM/SHARD/"}). */
    public List<String> claimPaths(String prefix) {
        return store.list(store.root() + "claims/" + prefix);
    }

    /** Which claim a body is of, by its path. */
    public ClaimName claimName(String path) {
        String name = path.substring((store.root() + "claims/").length(), path.length() - CLAIM.length());
        int slash = name.lastIndexOf('/');
        int dash = name.indexOf('-', slash);
        return new ClaimName(
                ShardId.parse(name.substring(0, slash)),
                Long.parseLong(name.substring(slash + 1, dash < 0 ? name.length() : dash)),
                dash >= 0);
    }

    /** Where the manifest of a fold lies. */
    public String foldPath(long number) {
        return store.root() + "folds/" + number + FOLD;
    }

    /** The manifest of a fold, or empty if nobody has written it yet. */
    public Optional<FoldManifest> fold(long number) {
        return store.find(foldPath(number)).map(FoldManifestCodec::read);
    }

    /** The manifest that a fold names. */
    FoldManifest manifest(Fold fold) {
        return FoldManifestCodec.read(store.read(fold.manifest()));
    }

    /** The highest number of which there is a manifest, 0 for none. Reads all their names. */
    public long newestFold() {
        String prefix = store.root() + "folds/";
        return store.list(prefix).stream()
                .mapToLong(path -> Long.parseLong(path.substring(prefix.length(), path.length() - FOLD.length())))
                .max()
                .orElse(0);
    }

    private String claims(ShardId shard) {
        return store.root() + "claims/" + shard + "/";
    }

    /**
     * A claim's place among all claims.
     *
     * @param k its number in its shard
     * @param attempt whether the body is of an attempt, of which there may be several
     */
    public record ClaimName(ShardId shard, long k, boolean attempt) {}
}
