package io.millrace.lake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ledger seen through something: a subclass overrides what it does otherwise. */
public abstract class ForwardingLedger implements Ledger {
    private final Ledger ledger;

    protected ForwardingLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Head> head(ShardId shard) {
        return ledger.head(shard);
    }

    @Override
    public List<Head> heads() {
        return ledger.heads();
    }

    @Override
    public List<Head> awake() {
        return ledger.awake();
    }

    @Override
    public boolean rest(Head head) {
        return ledger.rest(head);
    }

    @Override
    public boolean begin(String stream, Set<String> shards) {
        return ledger.begin(stream, shards);
    }

    @Override
    public boolean mayBegin(ShardId shard) {
        return ledger.mayBegin(shard);
    }

    @Override
    public boolean open(ShardId shard, Set<ShardId> parents) {
        return ledger.open(shard, parents);
    }

    @Override
    public boolean attempt(Head head, @Nullable Position suspect) {
        return ledger.attempt(head, suspect);
    }

    @Override
    public void forgive(Head head) {
        ledger.forgive(head);
    }

    @Override
    public boolean claim(Head head, Claim claim) {
        return ledger.claim(head, claim);
    }

    @Override
    public List<Claim> claims(ShardId shard, long after, int limit) {
        return ledger.claims(shard, after, limit);
    }

    @Override
    public Optional<Fold> lastFold() {
        return ledger.lastFold();
    }

    @Override
    public Optional<Fold> fold(long number) {
        return ledger.fold(number);
    }

    @Override
    public boolean createFold(Fold fold) {
        return ledger.createFold(fold);
    }

    @Override
    public boolean restore(Head head) {
        return ledger.restore(head);
    }

    @Override
    public boolean restore(Claim claim) {
        return ledger.restore(claim);
    }

    @Override
    public boolean remove(Claim claim) {
        return ledger.remove(claim);
    }

    @Override
    public void settled(long fold, String table) {
        ledger.settled(fold, table);
    }
}
