package io.millrace.cli;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import picocli.CommandLine.Parameters;

/** The dataset that a command is about. */
final class DatasetArgument {

    @Parameters(paramLabel = "DATASET", description = "A dataset that has a contract.")
    private String dataset = "";

    /** @throws IllegalArgumentException if it has no contract */
    Contract contract() {
        return Contracts.bundled()
                .find(dataset)
                .orElseThrow(() -> new IllegalArgumentException("Cannot find a contract of dataset " + dataset));
    }
}
