package io.millrace.infra;

import java.util.List;
import software.constructs.Construct;

/** The log groups of all jobs, which forget. */
final class JobLogs extends Construct {
    JobLogs(Construct scope, Deployment deployment) {
        super(scope, "Logs");
        for (String kind : List.of("output", "error")) {
            Logs.group(this, kind, prefix(deployment.names()) + "/" + kind, deployment);
        }
    }

    /** What Glue begins the groups' names with. */
    static String prefix(Names names) {
        return "/aws-glue/millrace-" + names.environment();
    }
}
