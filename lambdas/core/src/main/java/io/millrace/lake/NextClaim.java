package io.millrace.lake;

import io.millrace.dedup.Run;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The claim after a head, in the making: of the records of one attempt. Its number decides its content for ever, so
 * whoever wrote its body first has made it, and all others take that. Filled step by step, thrown away whole.
 */
final class NextClaim {
    private static final Logger LOG = LoggerFactory.getLogger(NextClaim.class);

    private final WriterServices services;
    private final LakeObjects objects;
    private final WriterAttempt attempt;
    private final ClaimFiles files;
    private List<MinuteCounts> counts = List.of();
    private Run fingerprints = Run.empty();
    private Windows.@Nullable Tagged window;
    private @Nullable ClaimBody body;

    NextClaim(WriterServices services, LakeObjects objects, WriterAttempt attempt) {
        this.services = services;
        this.objects = objects;
        this.attempt = attempt;
        this.files = new ClaimFiles(services.tables(), services.ids(), attempt.head());
    }

    WriterAttempt attempt() {
        return attempt;
    }

    long number() {
        return attempt.head().k() + 1;
    }

    /** @throws StaleHeadException if others claimed more since the head was read */
    void loadWindow() {
        window = services.windows().at(attempt.head());
    }

    /** Makes rows of the records, without those for silver that the window has seen. */
    void readRecords() {
        Instant ingestedAt = services.clock().instant();
        Batch batch = attempt.poison()
                ? services.reader().keepUnread(shard(), attempt.first(), ingestedAt)
                : services.reader().read(shard(), attempt.records(), ingestedAt);
        fingerprints = batch.deduplicate(window().window().seen(batch.fingerprints(), services.store()));
        counts = batch.counts();
        files.add(batch.rows());
    }

    boolean wantsSeal() {
        return services.windows().wantsSeal(window());
    }

    void sealWindow() {
        window = services.windows().seal(attempt.head(), window());
    }

    ClaimFiles files() {
        return files;
    }

    /** Returns whether nobody had written the body before. */
    boolean writeBody() {
        List<StreamRecord> records = attempt.records();
        ClaimBody made = new ClaimBody(
                services.ids().get(),
                shard(),
                number(),
                attempt.first().position(),
                records.get(records.size() - 1).position(),
                records.stream().mapToLong(StreamRecord::arrivedAtMillis).max().orElseThrow(),
                services.clock().millis(),
                files.written(),
                counts,
                window().sealedPath(),
                window().sealedK(),
                fingerprints);
        body = made;
        return services.store().create(path(), ClaimBodyCodec.write(made));
    }

    /**
     * Somebody wrote this claim's body before, and may have lived to claim it. What it says is what the claim is: it is
     * claimed in place of the own attempt, whose files nobody will refer to.
     */
    void readBody() {
        ClaimBody found = ClaimBodyCodec.read(services.store().read(path()));
        Position first = attempt.first().position();
        if (first.compareTo(found.first()) < 0 || attempt.head().covers(found.first())) {
            throw new LostLedgerException("Cannot claim " + first + " of shard " + shard() + ": its claim " + found.k()
                    + " begins at " + found.first() + ", and the head ends at "
                    + attempt.head().end());
        }
        body = found;
    }

    /** A body after this one proves that this claim stood: then somebody has moved the head, or the ledger is old. */
    boolean hasStood() {
        return objects.claim(shard(), number() + 1).isPresent();
    }

    /** Returns whether the ledger holds it by this call; in any doubt not, and the head is to be read. */
    boolean claim() {
        ClaimBody claimed = body();
        Claim claim = new Claim(shard(), number(), claimed.claimId(), claimed.end(), path());
        try {
            return services.ledger().claim(attempt.head(), claim);
        } catch (LedgerException e) {
            LOG.warn("Claim {} of {} got no clear answer; reading the head", number(), shard(), e);
            return false;
        }
    }

    /** Whether a head that was read after a doubt says that this claim stands. */
    boolean standsIn(Head found) {
        return body().claimId().equals(found.claimId());
    }

    /** The head once this claim stands. */
    Head head() {
        return attempt.head().next(body().end(), body().claimId());
    }

    /** What it says became of its events. */
    List<MinuteCounts> counts() {
        return body().counts();
    }

    /** Moves the shard's window on; only for a claim that stands. */
    WindowFigures joinWindow() {
        Windows.Tagged joined = services.windows().join(window(), body());
        return services.windows().figures(joined, body());
    }

    private ShardId shard() {
        return attempt.head().shard();
    }

    private String path() {
        return objects.claimPath(shard(), number());
    }

    private Windows.Tagged window() {
        return Objects.requireNonNull(window, "window");
    }

    private ClaimBody body() {
        return Objects.requireNonNull(body, "body");
    }
}
