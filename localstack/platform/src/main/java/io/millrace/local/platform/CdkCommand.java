package io.millrace.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The CDK's command, installed from {@code infra/package-lock.json} and again only when that changes. */
final class CdkCommand {

    private static final String TASK = "install the CDK command";

    private final Layout layout;
    private final Map<String, String> environment;

    CdkCommand(Layout layout, Map<String, String> environment) {
        this.layout = layout;
        this.environment = environment;
    }

    Path executable() {
        return modules().resolve(".bin/cdk");
    }

    boolean current() {
        try {
            return Files.isExecutable(executable())
                    && Files.exists(stamp())
                    && Files.readString(stamp()).equals(wanted());
        } catch (IOException e) {
            throw DiskProblem.explain("read " + stamp(), e);
        }
    }

    /** Installs what is missing. The stamp is written last, so that an interrupted installation starts again. */
    void prepare(Progress progress) {
        if (current()) {
            return;
        }
        progress.stage("Installing the CDK command into " + modules());
        List<String> command = List.of("npm", "ci", "--no-audit", "--no-fund");
        new ExternalCommand(command, layout.project().resolve("infra"), environment, layout.log("npm")).run(TASK);
        try {
            Files.writeString(stamp(), wanted());
        } catch (IOException e) {
            throw DiskProblem.explain(TASK, e);
        }
    }

    private String wanted() {
        return new Fingerprint()
                .file(layout.project().resolve("infra/package-lock.json"))
                .hex();
    }

    private Path modules() {
        return layout.project().resolve("infra/node_modules");
    }

    private Path stamp() {
        return modules().resolve("millrace.stamp");
    }
}
