package io.millrace.lake;

import io.millrace.store.OutageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One invocation of the writer: a batch of one shard's records becomes data files and a claim. {@link #advance} does one
 * outside effect; an invocation advances until it is done and only then acknowledges its batch. It may end between any
 * two steps, run twice, or wake long after its successor: the ledger's conditional writes decide. What becomes of the
 * records, and the claim that they are, is {@link NextClaim}'s; which claims stand, and what is left to claim, is decided
 * here.
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
    private @Nullable NextClaim claim;
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
            case SEAL_WINDOW -> {
                claim().sealWindow();
                yield afterWindow();
            }
            case WRITE_TABLE -> {
                claim().files().writeTable();
                yield afterWindow();
            }
            case WRITE_BODY -> claim().writeBody() ? Step.CLAIM : Step.READ_BODY;
            case READ_BODY -> {
                claim().readBody();
                yield Step.LOOK_AHEAD;
            }
            case LOOK_AHEAD -> lookAhead();
            case CLAIM -> claim().claim() ? joined(claim().head()) : Step.READ_HEAD_AFTER_DOUBT;
            case READ_HEAD_AFTER_DOUBT -> readHeadAfterDoubt();
            case WAKE_COMMITTER -> wakeCommitter();
            case DONE -> Step.DONE;
        };
        return step != Step.DONE;
    }

    /**
     * Ends this run early because a step threw. After an outage, or with a lost ledger, its attempt does not count
     * against its records; after anything else it does, so that a record that makes our own code throw is found like one
     * that ends the process. To be called at most once, instead of another {@link #advance}.
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
        if (!services.ledger().attempt(next.head(), isolation.suspect(next))) {
            return Step.READ_HEAD;
        }
        isolation.begun(next);
        claim = new NextClaim(services, objects, next);
        return Step.LOAD_WINDOW;
    }

    private Step loadWindow() {
        try {
            claim().loadWindow();
        } catch (StaleHeadException e) {
            LOG.info("Others went on while this one slept; reading the head again: {}", e.getMessage());
            provenK = e.proven();
            return Step.READ_HEAD;
        }
        claim().readRecords();
        // Sealed before a claim and named by it: were it sealed after one, the next writer would not know and seal
        // again.
        return claim().wantsSeal() ? Step.SEAL_WINDOW : afterWindow();
    }

    private Step afterWindow() {
        return claim().files().unwritten() ? Step.WRITE_TABLE : Step.WRITE_BODY;
    }

    private Step lookAhead() {
        if (!claim().hasStood()) {
            return Step.CLAIM;
        }
        provenK = claim().number();
        return Step.READ_HEAD;
    }

    private void demandProven(Head found) {
        if (found.k() < provenK) {
            throw new LostLedgerException("Cannot go on with shard " + shard + ": the ledger holds claims up to "
                    + found.k() + ", though claim " + provenK + " stands; the ledger is an older one");
        }
    }

    private Step readHeadAfterDoubt() {
        Head found = services.ledger()
                .head(shard)
                .orElseThrow(() -> new LostLedgerException("Cannot go on with shard " + shard + ": its head is gone"));
        if (claim().standsIn(found)) {
            return joined(found);
        }
        // Another's claim, or none yet: drop what it covers and start over. If the doubtful claim lands after all, the
        // next one fails and leads here again.
        head = found;
        return remaining().isEmpty() ? Step.WAKE_COMMITTER : Step.COUNT_ATTEMPT;
    }

    private Step joined(Head after) {
        head = after;
        claimedCounts.addAll(claim().counts());
        isolation.claimed(claim().attempt());
        window = claim().joinWindow();
        return remaining().isEmpty() ? Step.WAKE_COMMITTER : Step.COUNT_ATTEMPT;
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

    private NextClaim claim() {
        if (claim == null) {
            throw new IllegalStateException("Cannot do " + step + ": no attempt was begun");
        }
        return claim;
    }
}
