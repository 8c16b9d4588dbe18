package io.millrace.lake;

import io.millrace.dedup.Window;
import io.millrace.dedup.WindowBounds;
import io.millrace.dedup.WindowFile;
import io.millrace.store.ObjectStore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The dedup windows of shards, each tagged with the claim that it represents. What is kept in memory is only a copy: a
 * window whose tag is not the head's is loaded again.
 */
public final class Windows {
    /** Unsealed claims at which a window is sealed: the bound on reads of a cold start. */
    static final int SEAL_AFTER_CLAIMS = 32;

    /** What one process keeps in memory of all shards: three windows that are full, or hundreds that are not. */
    static final long MOST_BYTES = 64L << 20;

    private static final int PAGE = 1000;

    private final Ledger ledger;
    private final ObjectStore store;
    private final Lineage lineage;
    private final WindowBounds bounds;
    private final Supplier<String> ids;
    private final int sealAfterClaims;
    private final WindowCache cache = new WindowCache(MOST_BYTES);

    public Windows(Ledger ledger, ObjectStore store, Lineage lineage, Duration length, Supplier<String> ids) {
        this(ledger, store, lineage, WindowBounds.of(length), ids, SEAL_AFTER_CLAIMS);
    }

    /** @param sealAfterClaims unsealed claims at which a window is sealed */
    public Windows(
            Ledger ledger,
            ObjectStore store,
            Lineage lineage,
            WindowBounds bounds,
            Supplier<String> ids,
            int sealAfterClaims) {
        this.ledger = ledger;
        this.store = store;
        this.lineage = lineage;
        this.bounds = bounds;
        this.ids = ids;
        this.sealAfterClaims = sealAfterClaims;
    }

    /**
     * The window at a head: what the shard, and before it its parents, claimed inside the window's length.
     *
     * @throws StaleHeadException if others claimed more since the head was read, and this head's claim is forgotten
     * @throws LostLedgerException if claims are missing that must be there
     */
    Tagged at(Head head) {
        Tagged cached = cache.get(head.shard());
        if (cached != null && Objects.equals(cached.claimId, head.claimId())) {
            return cached;
        }
        Tagged loaded = load(head, cached);
        cache.put(head.shard(), loaded);
        return loaded;
    }

    /** Moves the window on; only for a claim that stands. */
    Tagged join(Tagged before, ClaimBody claimed) {
        // A claim that was taken over may name a later window than this process knows: claims up to that one may be
        // gone.
        boolean later = claimed.windowK() > before.sealedK;
        Tagged after = new Tagged(
                plus(before.window, claimed),
                claimed.claimId(),
                claimed.k(),
                later ? claimed.window() : before.sealedPath,
                later ? claimed.windowK() : before.sealedK);
        cache.put(claimed.shard(), after);
        return after;
    }

    private Window plus(Window window, ClaimBody claimed) {
        return window.plus(claimed.fingerprints(), claimed.newestArrivalMillis(), bounds);
    }

    /** How a window stands once a claim has joined it. */
    WindowFigures figures(Tagged tagged, ClaimBody newest) {
        return new WindowFigures(
                tagged.window.effective(newest.newestArrivalMillis(), bounds.length()),
                tagged.window.size(),
                tagged.window.memoryBytes(),
                cache.bytes());
    }

    /** Whether the window should be sealed before the next claim. */
    boolean wantsSeal(Tagged tagged) {
        return tagged.window.unsealedClaims() >= sealAfterClaims;
    }

    /** Writes the window to the store; the next claim's body then names it. */
    Tagged seal(Head head, Tagged tagged) {
        String name = store.root() + "dedup/" + head.shard() + "/" + head.k() + "-" + ids.get();
        Window sealed = tagged.window.seal(store, name + ".run");
        WindowFile.write(sealed, store, name + ".window");
        Tagged after = new Tagged(sealed, tagged.claimId, head.k(), name + ".window", head.k());
        cache.put(head.shard(), after);
        return after;
    }

    /** Forgets what memory holds of a shard. */
    void forget(ShardId shard) {
        cache.remove(shard);
    }

    private Tagged load(Head head, @Nullable Tagged cached) {
        if (head.k() == 0) {
            return new Tagged(inherited(head), null, 0, null, 0);
        }
        ClaimBody last = ClaimBodyCodec.read(store.read(claimOf(head).body()));
        String path = last.window();
        Window window;
        long after;
        if (cached != null && isBefore(cached, head, path)) {
            window = cached.window;
            after = cached.k;
        } else {
            window = path == null ? inherited(head) : WindowFile.read(store, path);
            after = last.windowK();
        }
        while (after < head.k()) {
            List<Claim> claims = ledger.claims(head.shard(), after, PAGE);
            for (Claim claim : claims) {
                if (claim.k() <= head.k()) {
                    window = plus(window, claim.k() == last.k() ? last : ClaimBodyCodec.read(store.read(claim.body())));
                }
            }
            after = claims.isEmpty() ? head.k() : claims.get(claims.size() - 1).k();
        }
        return new Tagged(window, head.claimId(), head.k(), path, last.windowK());
    }

    /** The newest claim stays in the ledger: where a head's is gone, a later one is there, or the ledger is lost. */
    private Claim claimOf(Head head) {
        List<Claim> found = ledger.claims(head.shard(), head.k() - 1, 1);
        if (!found.isEmpty() && found.get(0).k() > head.k()) {
            throw new StaleHeadException(head, found.get(0).k());
        }
        if (found.isEmpty() || !found.get(0).id().equals(head.claimId())) {
            throw new LostLedgerException(
                    "Cannot load dedup window of " + head.shard() + ": claim " + head.k() + " is not in the ledger");
        }
        return found.get(0);
    }

    /**
     * Whether what memory holds is the shard's window some claims ago, so that only those are to be read: other
     * processes have claimed since.
     */
    private boolean isBefore(Tagged cached, Head head, @Nullable String sealedPath) {
        if (cached.k < 1 || cached.k >= head.k() || !Objects.equals(cached.sealedPath, sealedPath)) {
            return false;
        }
        List<Claim> same = ledger.claims(head.shard(), cached.k - 1, 1);
        return !same.isEmpty() && same.get(0).id().equals(cached.claimId);
    }

    /**
     * What a shard's parents hold at their end. A shard is read only once its parents were, and opened only because they
     * have heads: a head that is gone or behind before the shard's first claim means an older ledger. One that is gone
     * later was retired, or never claimed from and so not known to a rebuild; then what it had inherited counts.
     */
    private Window inherited(Head child) {
        Window window = Window.empty();
        for (ShardId parent : lineage.parents(child.shard())) {
            Head head = ledger.head(parent).orElse(null);
            if (child.k() == 0 && (head == null || isBehind(head))) {
                String lacks = head == null ? "its parent " : "claims of its parent ";
                throw new LostLedgerException(
                        "Cannot load dedup window of " + child.shard() + ": the ledger lacks " + lacks + parent);
            }
            window = window.and(head == null ? handedOn(parent) : load(head, null).window);
        }
        return window;
    }

    /** What a shard without a head had from its nearest ancestors that have one. */
    private Window handedOn(ShardId shard) {
        Window window = Window.empty();
        for (ShardId parent : lineage.parents(shard)) {
            Head head = ledger.head(parent).orElse(null);
            window = window.and(head == null ? handedOn(parent) : load(head, null).window);
        }
        return window;
    }

    /** Whether more was claimed of a shard that is read to its end: nobody writes a body for nothing. */
    private boolean isBehind(Head head) {
        return new LakeObjects(store).claim(head.shard(), head.k() + 1).isPresent();
    }

    /**
     * A window and the claim that it represents.
     *
     * @param claimId the shard's newest claim in it, null before the first
     * @param k number of that claim, 0 before the first
     * @param sealedPath where its sealed part lies, null if nowhere
     * @param sealedK number of the newest claim in the sealed part
     */
    record Tagged(
            Window window,
            @Nullable String claimId,
            long k,
            @Nullable String sealedPath,
            long sealedK) {}
}
