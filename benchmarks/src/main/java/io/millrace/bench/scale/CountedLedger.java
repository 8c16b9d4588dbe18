package io.millrace.bench.scale;

import io.millrace.lake.Claim;
import io.millrace.lake.Fold;
import io.millrace.lake.ForwardingLedger;
import io.millrace.lake.Head;
import io.millrace.lake.Ledger;
import io.millrace.lake.ShardId;
import java.util.List;
import java.util.Optional;

/** Counts what one client asks of the ledger: requests, and the items that they read and write. */
final class CountedLedger extends ForwardingLedger {
    private long requests;
    private long itemsRead;
    private long itemsWritten;

    CountedLedger(Ledger ledger) {
        super(ledger);
    }

    /** Requests so far. */
    long requests() {
        return requests;
    }

    /** Items that they read. */
    long itemsRead() {
        return itemsRead;
    }

    /** Items that they wrote, or were to. */
    long itemsWritten() {
        return itemsWritten;
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
        wrote();
        return super.createFold(fold);
    }

    @Override
    public void settled(long fold, String table) {
        wrote();
        super.settled(fold, table);
    }

    @Override
    public boolean remove(Claim claim) {
        wrote();
        return super.remove(claim);
    }

    private <T> List<T> read(List<T> items) {
        requests++;
        itemsRead += items.size();
        return items;
    }

    private <T> Optional<T> read(Optional<T> item) {
        requests++;
        itemsRead += item.isPresent() ? 1 : 0;
        return item;
    }

    private void wrote() {
        requests++;
        itemsWritten++;
    }
}
