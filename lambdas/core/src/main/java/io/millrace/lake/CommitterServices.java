package io.millrace.lake;

import io.millrace.store.ObjectStore;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a committer works with; made once per process.
 *
 * @param pauses which tables shall take nothing
 * @param ids gives a fresh id at each call, unique among all processes
 * @param maxClaims most claims in one fold; what is left waits for the next
 */
public record CommitterServices(
        Ledger ledger,
        ObjectStore store,
        Tables tables,
        Pauses pauses,
        Wake wake,
        Clock clock,
        Supplier<String> ids,
        int maxClaims) {

    /** Where nothing is ever paused. */
    public CommitterServices(
            Ledger ledger,
            ObjectStore store,
            Tables tables,
            Wake wake,
            Clock clock,
            Supplier<String> ids,
            int maxClaims) {
        this(ledger, store, tables, Set::of, wake, clock, ids, maxClaims);
    }
}
