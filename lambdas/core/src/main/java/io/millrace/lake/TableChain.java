package io.millrace.lake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The folds that touch one table, each pointing at the one before. The table's mark says how far along it is; a mark
 * that is not on the chain means that somebody else wrote the table or the ledger is not the table's, and the table
 * must not be touched.
 */
final class TableChain {
    private final Ledger ledger;
    private final String table;

    TableChain(Ledger ledger, String table) {
        this.ledger = ledger;
        this.table = table;
    }

    /**
     * The folds that the table lacks, oldest first; none if it is up to date or ahead of {@code newest}, which happens
     * when another committer has made a later fold.
     *
     * @param newest the newest fold that touches the table, as far as the caller knows
     * @param mark the fold that the table holds last
     * @return empty if the mark is not on the chain
     */
    Optional<Deque<Fold>> missing(long newest, long mark) {
        if (mark > newest) {
            return touches(mark) ? Optional.of(new ArrayDeque<>()) : Optional.empty();
        }
        Deque<Fold> missing = new ArrayDeque<>();
        for (long at = newest; at > mark; ) {
            Optional<Fold> fold = ledger.fold(at);
            if (fold.isEmpty() || !fold.get().previous().containsKey(table)) {
                return Optional.empty();
            }
            missing.addFirst(fold.get());
            at = fold.get().previous().get(table);
            if (at < mark) {
                return Optional.empty();
            }
        }
        return Optional.of(missing);
    }

    private boolean touches(long number) {
        return ledger.fold(number)
                .map(fold -> fold.previous().containsKey(table))
                .orElse(false);
    }
}
