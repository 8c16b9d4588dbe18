package io.millrace.local.tests;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A virtual environment of Python, made again only when its requirements change.
 *
 * @param folder where it is, or will be
 * @param requirements every package by version and hash
 */
record Venv(Path folder, Path requirements) {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** Makes it. Without Python the test is skipped loudly, and fails where {@code CI=true}. */
    synchronized void install() {
        Path installed = folder.resolve("installed-requirements.txt");
        try {
            if (Files.exists(installed) && Files.mismatch(installed, requirements) == -1) {
                return;
            }
            requirePython();
            run("python3", "-m", "venv", "--clear", folder.toString());
            run(
                    program("pip"),
                    "install",
                    "--quiet",
                    "--disable-pip-version-check",
                    "--no-deps",
                    "--require-hashes",
                    "-r",
                    requirements.toString());
            Files.copy(requirements, installed);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        }
    }

    /** A program of it, as {@code python}. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void requirePython() {
        try {
            run("python3", "--version");
        } catch (AssertionError e) {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw e;
            }
            String message = "python3 is not on the PATH: what needs it is NOT tested";
            System.err.println("SKIPPED: " + message);
            abort(message);
        }
    }

    private static void run(String... command) {
        Running.start(List.of(command), Map.of()).await(PATIENCE).succeeded();
    }
}
