package io.millrace.proof.world;

import io.millrace.lake.Claim;
import io.millrace.lake.Fold;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import io.millrace.lake.LedgerException;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import io.millrace.proof.fault.Fault;
import io.millrace.proof.fault.Faults;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ledger as its clients see it: it may be throttled, lose its answer, or do a write later than it was asked. */
final class SimLedger implements Ledger {
    private static final int SPREAD = 6;

    private final Supplier<Ledger> behind;
    private final SimStream stream;
    private final Faults faults;
    private final LateWrites late;

    /** @param behind the ledger without faults; another one after it was restored */
    SimLedger(Supplier<Ledger> behind, SimStream stream, Faults faults, LateWrites late) {
        this.behind = behind;
        this.stream = stream;
        this.faults = faults;
        this.late = late;
    }

    @Override
    public Optional<Head> head(ShardId shard) {
        answer("head");
        return behind.get().head(shard);
    }

    @Override
    public List<Head> heads() {
        answer("heads");
        return behind.get().heads();
    }

    @Override
    public List<Head> awake() {
        answer("awake");
        return behind.get().awake();
    }

    @Override
    public boolean rest(Head head) {
        return write("rest", () -> behind.get().rest(head));
    }

    @Override
    public boolean begin(String stream, Set<String> shards) {
        return write("begin", () -> behind.get().begin(stream, shards));
    }

    @Override
    public boolean mayBegin(ShardId shard) {
        answer("mayBegin");
        return behind.get().mayBegin(shard);
    }

    @Override
    public boolean open(ShardId shard, Set<ShardId> parents) {
        return write("open", () -> behind.get().open(shard, parents));
    }

    @Override
    public boolean attempt(Head head, @Nullable Position suspect) {
        if (suspect != null && faults.isDue(Fault.LEDGER_WRITE_LATE)) {
            // Landing after it was forgiven, it stays with the record: documented, and costs a record its rows.
            stream.suspect(head.shard(), suspect);
        }
        return write("attempt", () -> behind.get().attempt(head, suspect));
    }

    @Override
    public void forgive(Head head) {
        write("forgive", () -> {
            behind.get().forgive(head);
            return true;
        });
    }

    @Override
    public boolean claim(Head head, Claim claim) {
        return write("claim", () -> behind.get().claim(head, claim));
    }

    @Override
    public List<Claim> claims(ShardId shard, long after, int limit) {
        answer("claims");
        return behind.get().claims(shard, after, limit);
    }

    @Override
    public Optional<Fold> lastFold() {
        answer("lastFold");
        return behind.get().lastFold();
    }

    @Override
    public Optional<Fold> fold(long number) {
        answer("fold");
        return behind.get().fold(number);
    }

    @Override
    public boolean createFold(Fold fold) {
        return write("createFold", () -> behind.get().createFold(fold));
    }

    @Override
    public boolean restore(Head head) {
        return write("restore", () -> behind.get().restore(head));
    }

    @Override
    public boolean restore(Claim claim) {
        return write("restore", () -> behind.get().restore(claim));
    }

    @Override
    public boolean remove(Claim claim) {
        return write("remove", () -> behind.get().remove(claim));
    }

    @Override
    public void settled(long fold, String table) {
        write("settled", () -> {
            behind.get().settled(fold, table);
            return true;
        });
    }

    private void answer(String operation) {
        if (faults.hitsAtTimes(Fault.LEDGER_THROTTLED, SPREAD)) {
            throw unknown(operation);
        }
    }

    private boolean write(String operation, Write write) {
        answer(operation);
        if (faults.hitsAtTimes(Fault.LEDGER_ANSWER_LOST, SPREAD)) {
            write.happen();
            throw unknown(operation);
        }
        if (faults.hitsAtTimes(Fault.LEDGER_WRITE_LATE, SPREAD)) {
            late.add("ledger " + operation, write::happen);
            throw unknown(operation);
        }
        return write.happen();
    }

    private static LedgerException unknown(String operation) {
        return new LedgerException("Cannot " + operation + " in the ledger", new IOException("no answer"));
    }

    private interface Write {
        boolean happen();
    }
}
