package io.millrace.cli;

import io.millrace.contract.Contract;
import io.millrace.pause.Pausing;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import picocli.CommandLine.Mixin;

/** A command about one dataset's tables: whether the committer brings them up to date. */
abstract class DatasetCommand extends Subcommand {

    @Mixin
    private DatasetArgument dataset = new DatasetArgument();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public final Integer call() throws InterruptedException {
        Contract contract = dataset.contract();
        Target target = environment.target();
        String outcome;
        try (OpenLake lake = new OpenLake(target);
                Pausing pausing = Pausing.of(target, StackOutputs.of(target), lake.lake())) {
            outcome = run(contract, lake, pausing);
        }
        say(outcome);
        return DONE;
    }

    /** Does it. Returns what to tell the person. */
    abstract String run(Contract contract, OpenLake lake, Pausing pausing) throws InterruptedException;
}
