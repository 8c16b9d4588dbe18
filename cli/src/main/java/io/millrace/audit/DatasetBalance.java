package io.millrace.audit;

import io.millrace.lake.MinuteCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ledger of one dataset beside its tables, minute by minute of receipt.
 *
 * @param minutes by the begin of each minute in which something was received or a table has a row
 * @param total their sum
 */
public record DatasetBalance(String dataset, SortedMap<Instant, Balance> minutes, Balance total) {

    private static final int SECONDS = 60;

    static DatasetBalance of(String dataset, Totals before, Totals after, Map<Long, TableCounts> tables) {
        SortedMap<Instant, Balance> minutes = new TreeMap<>();
        Balance total =
                new Balance(dataset, MinuteCounts.none(dataset, 0), MinuteCounts.none(dataset, 0), TableCounts.NONE);
        TreeSet<Long> known = new TreeSet<>(after.minutes(dataset));
        known.addAll(tables.keySet());
        for (long minute : known) {
            Instant begin = Instant.ofEpochSecond(minute * SECONDS);
            Balance balance = new Balance(
                    dataset + " in the minute of " + begin,
                    before.of(dataset, minute),
                    after.of(dataset, minute),
                    tables.getOrDefault(minute, TableCounts.NONE));
            minutes.put(begin, balance);
            total = total.plus(balance);
        }
        return new DatasetBalance(dataset, minutes, total);
    }

    /** What does not hold in some minute, a line each. */
    public List<String> gaps() {
        return minutes.values().stream()
                .flatMap(balance -> balance.gaps().stream())
                .toList();
    }
}
