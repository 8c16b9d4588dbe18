package io.millrace.prove;

import io.millrace.proof.window.Placement;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What dedup windows cost and find, with shards placed on environments at random, for two hours of traffic. */
public final class DedupWindows {
    private static final List<Case> CASES = List.of(
            new Case(1, 1, 100), new Case(1, 8, 100), new Case(8, 8, 30), new Case(16, 4, 20), new Case(1, 4, 500));

    private DedupWindows() {}

    private record Case(int shards, int environments, int eventsPerSecond) {}

    /** Prints a line for each case. Returns whether every copy was found in all of them. */
    public static boolean measure(PrintWriter out) {
        boolean allFound = true;
        out.println("shards environments ev/s  copies   found  effective  fingerprints  memory     read a batch:"
                + " median, most");
        for (Case each : CASES) {
            Placement.Result result = Placement.run(each.shards(), each.environments(), each.eventsPerSecond());
            allFound &= result.found() == result.copies();
            out.printf(
                    Locale.ROOT,
                    "%6d %12d %4d %,7d %,7d %6d min %,13d %,6d KB %,9d KB in %d, %,d KB in %d%n",
                    result.shards(),
                    result.environments(),
                    each.eventsPerSecond(),
                    result.copies(),
                    result.found(),
                    result.shortest().toMinutes(),
                    result.mostFingerprints(),
                    result.mostBytes() >> 10,
                    result.bytesMedian() >> 10,
                    result.readsMedian(),
                    result.bytesMost() >> 10,
                    result.readsMost());
        }
        return allFound;
    }
}
