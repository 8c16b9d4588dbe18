package io.millrace.audit;

import io.millrace.contract.Contract;
import java.time.Instant;
import java.util.Set;

/**
 * Which part of the ledger is looked at.
 *
 * @param datasets names; none for all
 * @param from minutes of receipt from the one that this falls into
 * @param to minutes of receipt before the one that this falls into
 */
public record LedgerScope(Set<String> datasets, Instant from, Instant to) {

    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    /** All datasets, always. */
    public static final LedgerScope ALL = new LedgerScope(Set.of(), Instant.EPOCH, FOREVER);

    private static final int SECONDS = 60;

    public LedgerScope {
        datasets = Set.copyOf(datasets);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("Cannot look from " + from + " to " + to + ": there is no time between");
        }
    }

    boolean covers(Contract contract) {
        return datasets.isEmpty() || datasets.contains(contract.dataset());
    }

    boolean covers(long minute) {
        return fromSecond() <= minute * SECONDS && minute * SECONDS < toSecond();
    }

    /** Epoch seconds of the first minute. */
    long fromSecond() {
        return wholeMinute(from);
    }

    /** Epoch seconds of the end of the last minute. */
    long toSecond() {
        return wholeMinute(to);
    }

    private static long wholeMinute(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS) * SECONDS;
    }
}
