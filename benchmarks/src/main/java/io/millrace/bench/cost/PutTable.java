package io.millrace.bench.cost;

import io.millrace.bench.lake.Put;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a batch and a fold put on S3, as lines of text, the most frequent first. */
final class PutTable {
    private static final double MILLION = 1e6;
    private static final String ROW = "  %-30s %8s %8s %8s  %s";

    private PutTable() {}

    /** @param price of one PUT, USD */
    static List<String> of(Cycle cycle, Pace pace, double price) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, ROW, "what is put", "a batch", "a fold", "an hour", "for a million"));
        Arrays.stream(Put.values())
                .filter(put -> anHour(put, cycle, pace) > 0)
                .sorted(Comparator.comparingDouble(put -> -anHour(put, cycle, pace)))
                .forEach(put -> lines.add(String.format(
                        Locale.ROOT,
                        ROW,
                        put.text(),
                        times(cycle.writer().of(put)),
                        times(cycle.committer().of(put)),
                        String.format(Locale.ROOT, "%,.0f", anHour(put, cycle, pace)),
                        String.format(
                                Locale.ROOT,
                                "$%.5f",
                                anHour(put, cycle, pace) * price / pace.eventsAnHour() * MILLION))));
        return lines;
    }

    private static double anHour(Put put, Cycle cycle, Pace pace) {
        return cycle.writer().of(put) * pace.batchesAnHour() + cycle.committer().of(put) * pace.foldsAnHour();
    }

    private static String times(double count) {
        return count == 0 ? "-" : String.format(Locale.ROOT, "%.2f", count);
    }
}
