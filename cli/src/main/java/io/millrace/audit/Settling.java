package io.millrace.audit;

import io.millrace.lake.Fold;
import io.millrace.lake.FoldManifest;
import io.millrace.lake.FoldManifestCodec;
import io.millrace.lake.Head;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.waiting.Waiting;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Waits until everything that the door had accepted when the wait began is in the tables. What comes later is not waited
 * for, so the wait ends while traffic goes on.
 */
public final class Settling {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Lake lake;
    private final StreamTips stream;
    private final Predicate<String> tables;
    private final Waiting waiting;
    private long seenFold;

    /**
     * Makes a wait for all tables but those that are paused.
     *
     * @param timeout how long to wait in all
     * @param progress told what is waited for, again and again
     */
    public Settling(Lake lake, StreamTips stream, Duration timeout, Consumer<String> progress) {
        this(lake, stream, timeout, progress, table -> true);
    }

    /**
     * Makes a wait for some tables.
     *
     * @param tables full names of those that matter
     */
    public Settling(
            Lake lake, StreamTips stream, Duration timeout, Consumer<String> progress, Predicate<String> tables) {
        this.lake = lake;
        this.stream = stream;
        this.tables = tables;
        this.waiting = Waiting.atMost(timeout, PAUSE).telling(progress);
    }

    /** @throws NotSettledException if the time is over; the message says what is still under way */
    public void await() throws InterruptedException {
        Map<ShardId, Position> tips = stream.tips(lake.ledger());
        waiting.until("records of the stream wait for a claim", () -> claimed(tips), Settling::late);
        Map<ShardId, Long> claims = lake.ledger().heads().stream().collect(Collectors.toMap(Head::shard, Head::k));
        waiting.until("claims wait for a fold", () -> folded(claims), Settling::late);
        waiting.until("tables wait for a commit", this::committed, Settling::late);
    }

    private boolean claimed(Map<ShardId, Position> tips) {
        return tips.entrySet().stream()
                .allMatch(tip -> lake.ledger()
                        .head(tip.getKey())
                        .filter(head -> head.covers(tip.getValue()))
                        .isPresent());
    }

    private boolean folded(Map<ShardId, Long> claims) {
        Optional<Fold> last = lake.ledger().lastFold();
        FoldManifest manifest = last.map(
                        fold -> FoldManifestCodec.read(lake.store().read(fold.manifest())))
                .orElse(FoldManifest.none());
        seenFold = manifest.fold();
        return claims.entrySet().stream().allMatch(claim -> manifest.folded(claim.getKey()) >= claim.getValue());
    }

    /** A later fold with nothing pending says it too: what a fold leaves behind, the next ones carry on. */
    private boolean committed() {
        return seenFold == 0
                || lake.ledger().lastFold().filter(this::settled).isPresent()
                || lake.ledger().fold(seenFold).filter(this::settled).isPresent();
    }

    private boolean settled(Fold fold) {
        return lake.waiting(fold).stream().noneMatch(tables);
    }

    private static NotSettledException late(String waitedFor) {
        return new NotSettledException("Cannot settle in time: " + waitedFor);
    }
}
