package io.millrace.prove;

import io.millrace.proof.Proof;
import io.millrace.proof.mutant.Mutant;
import io.millrace.proof.world.SimpleFormat;
import java.io.PrintWriter;
import java.util.Locale;

/** Mistakes, put into the protocol one after the other: a proof that finds each would find ours. */
public final class Mutants {
    private Mutants() {}

    /**
     * Prints after how many schedules each was found.
     *
     * @param seed of the first schedule
     * @param schedules to try on each at the most
     * @return whether all were found
     */
    public static boolean find(long seed, long schedules, PrintWriter out) {
        boolean allFound = true;
        for (Mutant mutant : Mutant.values()) {
            long before = new Proof(mutant::variant, SimpleFormat::new).schedulesBeforeFailure(seed, schedules);
            boolean found = before < schedules;
            allFound &= found;
            String after = found ? String.format(Locale.ROOT, "%,8d", before + 1) : "SURVIVES";
            out.printf(Locale.ROOT, "%s  %-25s %s%n", after, mutant, mutant.text());
        }
        return allFound;
    }
}
