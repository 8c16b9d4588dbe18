package io.millrace.local.platform;

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
        return Files.isExecutable(executable()) && stamp().says(wanted());
    }

    /** Installs what is missing. */
    void prepare(Progress progress) {
        if (current()) {
            return;
        }
        progress.stage("Installing the CDK command into " + modules());
        List<String> command = List.of("npm", "ci", "--no-audit", "--no-fund");
        new ExternalCommand(command, layout.project().resolve("infra"), environment, layout.log("npm")).run(TASK);
        stamp().write(wanted(), TASK);
    }

    private String wanted() {
        return new Fingerprint()
                .file(layout.project().resolve("infra/package-lock.json"))
                .hex();
    }

    private Path modules() {
        return layout.project().resolve("infra/node_modules");
    }

    private Stamp stamp() {
        return Stamp.in(modules());
    }
}
