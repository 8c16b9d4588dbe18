package io.millrace.audit;

import io.millrace.lake.MinuteCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ledger and the tables say.
 *
 * @param unbalanced minutes of receipt in which an equation does not hold
 * @param undecodable stream records that were no events at all, kept in their own table
 */
public record LedgerReport(List<Balance> balances, List<MinuteCounts> unbalanced, long undecodable) {

    public LedgerReport {
        balances = List.copyOf(balances);
        unbalanced = List.copyOf(unbalanced);
    }

    /** Everything that does not hold, a line each. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        balances.forEach(balance -> gaps.addAll(balance.gaps()));
        unbalanced.forEach(minute -> gaps.add("An equation does not hold in one minute: " + minute));
        return gaps;
    }
}
