package io.millrace.lake;

import io.millrace.contract.Contract;
import io.millrace.contract.TableDefinition;
import io.millrace.event.RowBuilder;
import io.millrace.protocol.MessageChecker;

/** All that is needed to turn the events of one dataset into rows, made once from its contract. */
record DatasetReader(
        String dataset,
        MessageChecker checker,
        RowBuilder rows,
        TableDefinition bronze,
        TableDefinition silver,
        TableDefinition quarantine) {

    static DatasetReader of(Contract contract) {
        return new DatasetReader(
                contract.dataset(),
                new MessageChecker(contract),
                new RowBuilder(contract),
                contract.bronze(),
                contract.silver(),
                contract.quarantine());
    }
}
