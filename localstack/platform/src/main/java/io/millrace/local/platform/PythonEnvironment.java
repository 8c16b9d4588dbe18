package io.millrace.local.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The project's own Python environment with the emulator in it, made again only when its requirements change. */
final class PythonEnvironment {

    private static final String TASK = "install MiniStack";

    private final Layout layout;
    private final Map<String, String> environment;

    PythonEnvironment(Layout layout, Map<String, String> environment) {
        this.layout = layout;
        this.environment = environment;
    }

    Path python() {
        return layout.venv().resolve("bin/python");
    }

    /** Digest of what is to be installed, and where: an environment cannot be moved. */
    String wanted() {
        return new Fingerprint()
                .file(requirements())
                .text(layout.venv().toString())
                .hex();
    }

    boolean current() {
        return Files.isExecutable(python()) && stamp().says(wanted());
    }

    /** Installs what is missing. */
    void prepare(Progress progress) {
        if (current()) {
            return;
        }
        progress.stage("Installing MiniStack, the AWS emulator, into " + layout.venv());
        run(List.of("python3", "-m", "venv", "--clear", layout.venv().toString()));
        run(List.of(
                python().toString(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-input",
                "--no-deps",
                "--require-hashes",
                "-r",
                requirements().toString()));
        stamp().write(wanted(), TASK);
    }

    private void run(List<String> command) {
        new ExternalCommand(command, layout.project(), environment, layout.log("venv")).run(TASK);
    }

    private Path requirements() {
        return layout.project().resolve("localstack/requirements.txt");
    }

    private Stamp stamp() {
        return Stamp.in(layout.venv());
    }
}
