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
import org.jspecify.annotations.Nullable;

/** The ledger as its clients see it: it may be throttled, lose its answer, or do a write later than it was asked. */
final class SimLedger implements Ledger {
    private static final int SPREAD = 6;

    private final LedgerState state;
    private final SimStream stream;
    private final Faults faults;
    private final LateWrites late;

    SimLedger(LedgerState state, SimStream stream, Faults faults, LateWrites late) {
        this.state = state;
        this.stream = stream;
        this.faults = faults;
        this.late = late;
    }

    @Override
    public Optional<Head> head(ShardId shard) {
        answer("head");
        return state.head(shard);
    }

    @Override
    public List<Head> heads() {
        answer("heads");
        return state.heads();
    }

    @Override
    public boolean begin(String stream, Set<String> shards) {
        return write("begin", () -> state.begin(stream, shards));
    }

    @Override
    public boolean mayBegin(ShardId shard) {
        answer("mayBegin");
        return state.mayBegin(shard);
    }

    @Override
    public boolean open(ShardId shard, Set<ShardId> parents) {
        return write("open", () -> state.open(shard, parents));
    }

    @Override
    public boolean attempt(Head head, @Nullable Position suspect) {
        if (suspect != null && faults.isDue(Fault.LEDGER_WRITE_LATE)) {
            // Landing after it was forgiven, it stays with the record: documented, and costs a record its rows.
            stream.suspect(head.shard(), suspect);
        }
        return write("attempt", () -> state.attempt(head, suspect));
    }

    @Override
    public void forgive(Head head) {
        write("forgive", () -> {
            state.forgive(head);
            return true;
        });
    }

    @Override
    public boolean claim(Head head, Claim claim) {
        return write("claim", () -> state.claim(head, claim));
    }

    @Override
    public List<Claim> claims(ShardId shard, long after, int limit) {
        answer("claims");
        return state.claims(shard, after, limit);
    }

    @Override
    public Optional<Fold> lastFold() {
        answer("lastFold");
        return state.lastFold();
    }

    @Override
    public Optional<Fold> fold(long number) {
        answer("fold");
        return state.fold(number);
    }

    @Override
    public boolean createFold(Fold fold) {
        return write("createFold", () -> state.createFold(fold));
    }

    @Override
    public boolean restore(Head head) {
        return write("restore", () -> state.restore(head));
    }

    @Override
    public boolean restore(Claim claim) {
        return write("restore", () -> state.restore(claim));
    }

    @Override
    public boolean remove(Claim claim) {
        return write("remove", () -> state.remove(claim));
    }

    @Override
    public void settled(long fold, String table) {
        write("settled", () -> {
            state.settled(fold, table);
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
