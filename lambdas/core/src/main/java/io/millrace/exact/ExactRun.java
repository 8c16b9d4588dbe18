package io.millrace.exact;

import io.millrace.dedup.Run;
import io.millrace.dedup.SilverRow;
import io.millrace.lake.Claim;
import io.millrace.lake.ClaimBody;
import io.millrace.lake.ClaimBodyCodec;
import io.millrace.lake.Head;
import io.millrace.lake.LakeObjects;
import io.millrace.lake.LedgerException;
import io.millrace.lake.LostLedgerException;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.lake.TablesException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One exact pass over a silver table: deletes the copies and books them, each once. Both have a number: the table's mark
 * moves with the deletes, and the ledger has a virtual shard whose position is the last pass booked. A run that ended in
 * between leaves the table one ahead; the next run books that pass first, from its plan. {@link #advance} does one outside
 * effect; any number of runs may be at work at once, and any may end anywhere.
 */
public final class ExactRun {
    /** What {@link #advance} does next. */
    public enum Step {
        READ_HEAD,
        OPEN_SHARD,
        READ_MARK,
        FIND_COPIES,
        WRITE_PLAN,
        REMOVE,
        READ_PLAN,
        WRITE_BODY,
        BOOK,
        WAKE_COMMITTER,
        DONE
    }

    private static final Logger LOG = LoggerFactory.getLogger(ExactRun.class);
    private static final String STREAM = "exact-";
    private static final String SHARD = "passes";

    private final ExactServices services;
    private final SilverTable table;
    private final ShardId shard;

    private Step step = Step.READ_HEAD;
    private @Nullable Head head;
    private PassMark mark = PassMark.none();
    private List<SilverRow> surplus = List.of();
    private @Nullable PassPlan plan;
    private @Nullable String planPath;
    private @Nullable Claim claim;
    private boolean passed;
    private boolean booked;
    private long removed;

    public ExactRun(ExactServices services) {
        this.services = services;
        this.table = services.table();
        this.shard = shard(table.name());
    }

    /** The virtual shard in which the passes over a table are booked. */
    public static ShardId shard(String table) {
        return new ShardId(STREAM + table, SHARD);
    }

    public Step next() {
        return step;
    }

    /** Rows that this run took out. */
    public long removed() {
        return removed;
    }

    /** Does the next step. Returns whether there is another. */
    public boolean advance() {
        step = switch (step) {
            case READ_HEAD -> readHead();
            case OPEN_SHARD -> openShard();
            case READ_MARK -> readMark();
            case FIND_COPIES -> findCopies();
            case WRITE_PLAN -> writePlan();
            case REMOVE -> remove();
            case READ_PLAN -> readPlan();
            case WRITE_BODY -> writeBody();
            case BOOK -> book();
            case WAKE_COMMITTER -> wakeCommitter();
            case DONE -> Step.DONE;
        };
        return step != Step.DONE;
    }

    private Step readHead() {
        head = services.ledger().head(shard).orElse(null);
        return head == null ? Step.OPEN_SHARD : Step.READ_MARK;
    }

    private Step openShard() {
        services.ledger().begin(shard.stream(), Set.of(shard.shard()));
        if (!services.ledger().open(shard, Set.of())
                && services.ledger().head(shard).isEmpty()) {
            throw new LostLedgerException(
                    "Cannot deduplicate " + table.name() + ": the ledger has lost the head of " + shard);
        }
        return Step.READ_HEAD;
    }

    private Step readMark() {
        mark = table.mark();
        long last = booked(head());
        if (mark.pass() == last + 1) {
            return Step.READ_PLAN;
        }
        if (mark.pass() != last) {
            // Another run may have booked one pass and made the next since the head was read.
            Head now = services.ledger().head(shard).orElse(head());
            if (booked(now) == last) {
                throw new LostLedgerException("Cannot deduplicate " + table.name() + ": it holds pass " + mark.pass()
                        + ", the ledger has booked " + last);
            }
            head = now;
            return Step.READ_MARK;
        }
        return passed ? Step.WAKE_COMMITTER : Step.FIND_COPIES;
    }

    private Step findCopies() {
        surplus = table.surplus();
        if (!surplus.isEmpty()) {
            return Step.WRITE_PLAN;
        }
        return booked ? Step.WAKE_COMMITTER : Step.DONE;
    }

    private Step writePlan() {
        long pass = mark.pass() + 1;
        planPath = services.store().root() + "exact/" + table.name() + "/" + pass + "-"
                + services.ids().get() + ".json";
        plan = PassPlan.of(pass, table, surplus);
        services.store().write(planPath, plan.write());
        return Step.REMOVE;
    }

    private Step remove() {
        PassMark after = new PassMark(mark.pass() + 1, planPath);
        try {
            if (!table.remove(surplus, mark, after)) {
                // A rival's pass or a compaction was first: the copies are to be found again.
                return Step.READ_HEAD;
            }
        } catch (TablesException e) {
            LOG.warn("Pass {} over {} got no clear answer; reading the mark", after.pass(), table.name(), e);
            return Step.READ_HEAD;
        }
        mark = after;
        removed += surplus.size();
        passed = true;
        return Step.WRITE_BODY;
    }

    private Step readPlan() {
        plan = PassPlan.read(services.store().read(Objects.requireNonNull(mark.plan(), "plan")));
        return Step.WRITE_BODY;
    }

    private Step writeBody() {
        PassPlan done = Objects.requireNonNull(plan, "plan");
        String id = services.ids().get();
        long k = head().k() + 1;
        Position end = Position.of(done.pass());
        long now = services.clock().millis();
        ClaimBody body =
                new ClaimBody(id, shard, k, end, end, now, now, List.of(), done.counts(), null, 0, Run.empty());
        String path = new LakeObjects(services.store()).attemptPath(shard, k, id);
        services.store().write(path, ClaimBodyCodec.write(body));
        claim = new Claim(shard, k, id, end, path);
        return Step.BOOK;
    }

    private Step book() {
        try {
            services.ledger().claim(head(), Objects.requireNonNull(claim, "claim"));
        } catch (LedgerException e) {
            LOG.warn("Booking of pass {} over {} got no clear answer", mark.pass(), table.name(), e);
        }
        booked = true;
        // Booked by this run or by another, or not at all: the head tells.
        return Step.READ_HEAD;
    }

    private Step wakeCommitter() {
        services.wake().committerSoon();
        return Step.DONE;
    }

    private static long booked(Head head) {
        Position end = head.end();
        return end == null ? 0 : end.value().longValueExact();
    }

    private Head head() {
        return Objects.requireNonNull(head, "head");
    }
}
