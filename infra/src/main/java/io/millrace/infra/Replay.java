package io.millrace.infra;

import io.millrace.alert.Severity;
import io.millrace.infra.environment.LakeSettings;
import software.constructs.Construct;

/**
 * Brings quarantined events that keep today's contract into the tables, whenever the command asks. It adds and never
 * removes: no grant lets it delete anything.
 */
final class Replay extends Construct {
    private static final String NAME = "quarantine-replay";

    private final String functionName;

    Replay(Construct scope, Deployment deployment, CommitQueue queue, Migration migration, Alarms alarms) {
        super(scope, "Replay");
        Names names = deployment.names();
        PlatformFunction function = new PlatformFunction(
                this, definition(names, deployment.environment().lake(), queue), deployment);
        // It writes with the contracts that it is deployed with, to tables that must have their columns.
        function.getNode().addDependency(migration);
        CommitProtocol.allow(function.grants(), names, "Data files and claims have names made as they are written");
        Catalog.replay(function.grants(), names);
        alarms.failures(NAME, Severity.ERROR);
        this.functionName = names.of(NAME);
    }

    String functionName() {
        return functionName;
    }

    private static FunctionDefinition definition(Names names, LakeSettings lake, CommitQueue queue) {
        return new FunctionDefinition(
                "QuarantineReplay",
                NAME,
                "Brings quarantined events that keep today's contract into the tables",
                "lake",
                "io.millrace.lake.aws.ReplayHandler",
                lake.replay(),
                false,
                CommitProtocol.variables(names, lake, queue));
    }
}
