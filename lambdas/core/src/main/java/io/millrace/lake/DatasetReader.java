package io.millrace.lake;

import io.millrace.contract.Contract;
import io.millrace.contract.TableDefinition;
import io.millrace.event.EventChecker;
import io.millrace.event.RowBuilder;

/** All that is needed to turn the events of one dataset into rows, made once from its contract. */
record DatasetReader(
        String dataset,
        EventChecker checker,
        RowBuilder rows,
        TableDefinition bronze,
        TableDefinition silver,
        TableDefinition quarantine) {

    static DatasetReader of(Contract contract) {
        return new DatasetReader(
                contract.dataset(),
                new EventChecker(contract),
                new RowBuilder(contract),
                contract.bronze(),
                contract.silver(),
                contract.quarantine());
    }
}
