package io.millrace.lake;

import io.millrace.contract.TableDefinition;
import io.millrace.store.OutageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One invocation of the writer: a batch of one shard's records becomes data files and a claim. {@link #advance} does one
 * outside effect; an invocation advances until it is done and only then acknowledges its batch. It may end between any
 * two steps, run twice, or wake long after its successor: the ledger's conditional writes decide.
 *
 * <p>A record that takes the process with it (out of memory, time-out), or makes our code throw, is found by counting
 * attempts before decoding ({@link Isolation}).
 */
public final class WriterRun {
    /** What {@link #advance} does next. */
    public enum Step {
        READ_HEAD,
        OPEN_SHARD,
        COUNT_ATTEMPT,
        LOAD_WINDOW,
        WRITE_TABLE,
        WRITE_BODY,
        READ_BODY,
        LOOK_AHEAD,
        CLAIM,
        READ_HEAD_AFTER_DOUBT,
        SEAL_WINDOW,
        WAKE_COMMITTER,
        DONE
    }

    private static final Logger LOG = LoggerFactory.getLogger(WriterRun.class);

    private final WriterServices services;
    private final LakeObjects objects;
    private final ShardId shard;
    private final List<StreamRecord> records;
    private final List<MinuteCounts> claimedCounts = new ArrayList<>();
    private final Isolation isolation = new Isolation();

    private Step step = Step.READ_HEAD;
    private @Nullable Head head;
    private long provenK;
    private @Nullable WriterAttempt attempt;
    private @Nullable WindowFigures window;

    /** @param records of one shard, ascending; the same ones may be given again, cut differently */
    public WriterRun(WriterServices services, ShardId shard, List<StreamRecord> records) {
        this.services = services;
        this.objects = new LakeObjects(services.store());
        this.shard = shard;
        this.records = List.copyOf(records);
    }

    public Step next() {
        return step;
    }

    /** Does the next step. Returns whether there is another. */
    public boolean advance() {
        step = switch (step) {
            case READ_HEAD -> readHead();
            case OPEN_SHARD -> openShard();
            case COUNT_ATTEMPT -> countAttempt();
            case LOAD_WINDOW -> loadWindow();
            case WRITE_TABLE -> writeTable();
            case WRITE_BODY -> writeBody();
            case READ_BODY -> readBody();
            case LOOK_AHEAD -> lookAhead();
            case CLAIM -> claim();
            case READ_HEAD_AFTER_DOUBT -> readHeadAfterDoubt();
            case SEAL_WINDOW -> sealWindow();
            case WAKE_COMMITTER -> wakeCommitter();
            case DONE -> Step.DONE;
        };
        return step != Step.DONE;
    }

    /**
     * Ends this run early because a step threw. After an outage, or
     * with a lost ledger, its attempt does not count against its records; after
     * anything else it does, so that a record that makes our own code throw is found like one that ends the process. To
     * be called at most once, instead of another {@link #advance}.
     */
    public void abandon(RuntimeException cause) {
        services.windows().forget(shard);
        boolean innocent = cause instanceof OutageException || cause instanceof LostLedgerException;
        if (innocent && head != null && step != Step.DONE) {
            services.ledger().forgive(head);
        }
    }

    /**
     * The first record that no claim covers, if the run may end here: everything that was begun is claimed. Records that
     * go one by one take long; the invocation whose time runs out then hands back the rest instead of dying in a record
     * that would be blamed for it.
     */
    public Optional<StreamRecord> resting() {
        return step == Step.COUNT_ATTEMPT && isolation.isBetweenRecords(head())
                ? Optional.of(remaining().get(0))
                : Optional.empty();
    }

    /** Ends a run that is {@link #resting}: what it claimed is committed, and the rest is for another run. */
    public void rest() {
        if (resting().isEmpty()) {
            throw new IllegalStateException("Cannot rest at " + step);
        }
        step = wakeCommitter();
    }

    /** What the claims of this run say became of its events; complete once it is done. */
    public List<MinuteCounts> counts() {
        return List.copyOf(claimedCounts);
    }

    /** How the shard's dedup window stands after the newest claim of this run; empty while it has made none. */
    public Optional<WindowFigures> window() {
        return Optional.ofNullable(window);
    }

    private Step readHead() {
        head = services.ledger().head(shard).orElse(null);
        if (head == null) {
            return Step.OPEN_SHARD;
        }
        demandProven(head);
        return remaining().isEmpty() ? Step.WAKE_COMMITTER : Step.COUNT_ATTEMPT;
    }

    private Step openShard() {
        services.opening().open(shard);
        return Step.READ_HEAD;
    }

    private Step countAttempt() {
        WriterAttempt next = isolation.attemptAt(head(), remaining());
        if (!services.ledger().attempt(next.head, isolation.suspect(next))) {
            return Step.READ_HEAD;
        }
        isolation.begun(next);
        attempt = next;
        return Step.LOAD_WINDOW;
    }

    private Step loadWindow() {
        WriterAttempt now = attempt();
        try {
            now.window = services.windows().at(now.head);
        } catch (StaleHeadException e) {
            LOG.info("Others went on while this one slept; reading the head again: {}", e.getMessage());
            provenK = e.proven();
            return Step.READ_HEAD;
        }
        Instant ingestedAt = services.clock().instant();
        Batch batch = now.poison
                ? services.reader().keepUnread(shard, now.records.get(0), ingestedAt)
                : services.reader().read(shard, now.records, ingestedAt);
        now.fingerprints = batch.deduplicate(now.window.window().seen(batch.fingerprints(), services.store()));
        now.counts = batch.counts();
        now.unwritten.addAll(batch.rows().entrySet());
        // Sealed before a claim and named by it: were it sealed after one, the next writer would not know and seal
        // again.
        return services.windows().wantsSeal(now.window()) ? Step.SEAL_WINDOW : afterWindow();
    }

    private Step afterWindow() {
        return attempt().unwritten.isEmpty() ? Step.WRITE_BODY : Step.WRITE_TABLE;
    }

    private Step writeTable() {
        WriterAttempt now = attempt();
        Map.Entry<TableDefinition, List<Object[]>> table = now.unwritten.removeFirst();
        String name =
                shard.shard() + "-" + (now.head.k() + 1) + "-" + services.ids().get();
        now.files.addAll(services.tables().write(table.getKey(), table.getValue(), name));
        return now.unwritten.isEmpty() ? Step.WRITE_BODY : Step.WRITE_TABLE;
    }

    private Step writeBody() {
        WriterAttempt now = attempt();
        String id = services.ids().get();
        long k = now.head.k() + 1;
        now.body = new ClaimBody(
                id,
                shard,
                k,
                now.records.get(0).position(),
                now.records.get(now.records.size() - 1).position(),
                now.records.stream()
                        .mapToLong(StreamRecord::arrivedAtMillis)
                        .max()
                        .orElseThrow(),
                services.clock().millis(),
                now.files,
                now.counts,
                now.window().sealedPath(),
                now.window().sealedK(),
                now.fingerprints);
        now.path = objects.claimPath(shard, k);
        return services.store().create(now.path, ClaimBodyCodec.write(now.body)) ? Step.CLAIM : Step.READ_BODY;
    }

    /**
     * Somebody wrote this claim's body before, and may have lived to claim it. What it says is what the claim is: it is
     * claimed in place of the own attempt, whose files nobody will refer to.
     */
    private Step readBody() {
        WriterAttempt now = attempt();
        ClaimBody found = ClaimBodyCodec.read(services.store().read(now.path));
        Position first = now.records.get(0).position();
        if (first.compareTo(found.first()) < 0 || now.head.covers(found.first())) {
            throw new LostLedgerException("Cannot claim " + first + " of shard " + shard + ": its claim " + found.k()
                    + " begins at " + found.first() + ", and the head ends at " + now.head.end());
        }
        now.body = found;
        now.counts = found.counts();
        return Step.LOOK_AHEAD;
    }

    /** A body after this one proves that this claim stood: then somebody has moved the head, or the ledger is old. */
    private Step lookAhead() {
        long k = attempt().body().k();
        if (objects.claim(shard, k + 1).isEmpty()) {
            return Step.CLAIM;
        }
        provenK = k;
        return Step.READ_HEAD;
    }

    private void demandProven(Head found) {
        if (found.k() < provenK) {
            throw new LostLedgerException("Cannot go on with shard " + shard + ": the ledger holds claims up to "
                    + found.k() + ", though claim " + provenK + " stands; the ledger is an older one");
        }
    }

    private Step claim() {
        WriterAttempt now = attempt();
        ClaimBody body = now.body();
        boolean stands;
        try {
            stands =
                    services.ledger().claim(now.head, new Claim(shard, body.k(), body.claimId(), body.end(), now.path));
        } catch (LedgerException e) {
            LOG.warn("Claim {} of {} got no clear answer; reading the head", body.k(), shard, e);
            return Step.READ_HEAD_AFTER_DOUBT;
        }
        return stands ? joined(now.head.next(body.end(), body.claimId())) : Step.READ_HEAD_AFTER_DOUBT;
    }

    private Step readHeadAfterDoubt() {
        Head found = services.ledger()
                .head(shard)
                .orElseThrow(() -> new LostLedgerException("Cannot go on with shard " + shard + ": its head is gone"));
        if (attempt().body().claimId().equals(found.claimId())) {
            return joined(found);
        }
        // Another's claim, or none yet: drop what it covers and start over. If the doubtful claim lands after all, the
        // next one fails and leads here again.
        head = found;
        return remaining().isEmpty() ? Step.WAKE_COMMITTER : Step.COUNT_ATTEMPT;
    }

    private Step joined(Head after) {
        WriterAttempt now = attempt();
        head = after;
        claimedCounts.addAll(now.counts);
        isolation.claimed(now);
        now.window = services.windows().join(now.window(), now.body());
        window = services.windows().figures(now.window(), now.body());
        return remaining().isEmpty() ? Step.WAKE_COMMITTER : Step.COUNT_ATTEMPT;
    }

    private Step sealWindow() {
        WriterAttempt now = attempt();
        now.window = services.windows().seal(now.head, now.window());
        return afterWindow();
    }

    private Step wakeCommitter() {
        services.wake().committerSoon();
        return Step.DONE;
    }

    private List<StreamRecord> remaining() {
        Head at = head();
        return records.stream().filter(record -> !at.covers(record.position())).toList();
    }

    private Head head() {
        if (head == null) {
            throw new IllegalStateException("Cannot do " + step + ": the head was not read");
        }
        return head;
    }

    private WriterAttempt attempt() {
        if (attempt == null) {
            throw new IllegalStateException("Cannot do " + step + ": no attempt was begun");
        }
        return attempt;
    }
}
