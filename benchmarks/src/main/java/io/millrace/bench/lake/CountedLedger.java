package io.millrace.bench.lake;

import io.millrace.lake.Claim;
import io.millrace.lake.Fold;
import io.millrace.lake.ForwardingLedger;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import io.millrace.lake.Position;
import io.millrace.lake.ShardId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ledger whose calls are counted as those of the one in DynamoDB, whose items are small. */
public final class CountedLedger extends ForwardingLedger {
    /** A head and a claim, each written in a transaction, which costs twice. */
    private static final long UNITS_OF_A_CLAIM = 4;

    private final CallCount calls;

    public CountedLedger(Ledger ledger, CallCount calls) {
        super(ledger);
        this.calls = calls;
    }

    @Override
    public Optional<Head> head(ShardId shard) {
        return read(super.head(shard));
    }

    @Override
    public List<Head> heads() {
        return read(super.heads());
    }

    @Override
    public List<Head> awake() {
        return read(super.awake());
    }

    @Override
    public boolean attempt(Head head, @Nullable Position suspect) {
        calls.add(Call.DYNAMO_WRITE);
        return super.attempt(head, suspect);
    }

    @Override
    public boolean claim(Head head, Claim claim) {
        calls.add(Call.DYNAMO_TRANSACTION);
        calls.add(Call.DYNAMO_WRITE, UNITS_OF_A_CLAIM);
        return super.claim(head, claim);
    }

    @Override
    public List<Claim> claims(ShardId shard, long after, int limit) {
        return read(super.claims(shard, after, limit));
    }

    @Override
    public Optional<Fold> lastFold() {
        return read(super.lastFold());
    }

    @Override
    public Optional<Fold> fold(long number) {
        return read(super.fold(number));
    }

    @Override
    public boolean createFold(Fold fold) {
        calls.add(Call.DYNAMO_WRITE);
        return super.createFold(fold);
    }

    @Override
    public void settled(long fold, String table) {
        calls.add(Call.DYNAMO_WRITE);
        super.settled(fold, table);
    }

    private <T> List<T> read(List<T> items) {
        calls.add(Call.DYNAMO_READ);
        calls.add(Call.DYNAMO_ITEM_READ, items.size());
        return items;
    }

    private <T> Optional<T> read(Optional<T> item) {
        calls.add(Call.DYNAMO_READ);
        calls.add(Call.DYNAMO_ITEM_READ, item.isPresent() ? 1 : 0);
        return item;
    }
}
