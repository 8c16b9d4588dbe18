package io.millrace.audit;

import java.util.List;

/**
 * What the ledger and the tables say.
 *
 * @param undecodable stream records that were no events at all, kept in their own table
 */
public record LedgerReport(List<DatasetBalance> datasets, long undecodable) {

    public LedgerReport {
        datasets = List.copyOf(datasets);
    }

    /** Everything that does not hold in some minute, a line each. */
    public List<String> gaps() {
        return datasets.stream().flatMap(dataset -> dataset.gaps().stream()).toList();
    }
}
