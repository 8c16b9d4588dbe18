package io.millrace.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The independent validators of {@code contracts/validator}, in a virtual environment of the project's that is made
 * once and again when their requirements change.
 */
final class OdcsValidator {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path FOLDER = ROOT.resolve("contracts/validator");
    private static final Path REQUIREMENTS = FOLDER.resolve("requirements.txt");
    private static final Path VENV = ROOT.resolve(".millrace/contracts-validator");

    private OdcsValidator() {}

    /** Ready to run; without Python the test is skipped loudly, and fails where {@code CI=true}. */
    static OdcsValidator install() throws IOException, InterruptedException {
        requirePython();
        Path installed = VENV.resolve("installed-requirements.txt");
        boolean current = Files.exists(installed) && Files.mismatch(installed, REQUIREMENTS) == -1;
        if (!current) {
            expectSuccess(run("python3", "-m", "venv", "--clear", VENV.toString()));
            expectSuccess(run(
                    python(),
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--disable-pip-version-check",
                    "--no-deps",
                    "--require-hashes",
                    "-r",
                    REQUIREMENTS.toString()));
            Files.copy(REQUIREMENTS, installed);
        }
        return new OdcsValidator();
    }

    /** What the validators say of a file: empty when it is valid. */
    List<String> problems(Path contract) throws IOException, InterruptedException {
        Outcome outcome = run(python(), FOLDER.resolve("validate.py").toString(), contract.toString());
        if (outcome.exitCode() == 0
                || (outcome.exitCode() == 1 && outcome.output().contains(contract + ": "))) {
            return outcome.output().lines().toList();
        }
        throw new IllegalStateException("Cannot validate " + contract + ": " + outcome);
    }

    private static void requirePython() throws InterruptedException {
        try {
            expectSuccess(run("python3", "--version"));
        } catch (UncheckedIOException e) {
            String message = "python3 is not on the PATH: contracts are NOT held to the standard's own validators";
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new IllegalStateException(message, e);
            }
            System.err.println("SKIPPED: " + message);
            abort(message);
        }
    }

    private static String python() {
        return VENV.resolve("bin/python").toString();
    }

    private record Outcome(List<String> command, int exitCode, String output) {}

    private static void expectSuccess(Outcome outcome) {
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException("Cannot prepare the contract validators: " + outcome);
        }
    }

    private static Outcome run(String... command) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("PYTHONUTF8", "1");
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(List.of(command), process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command[0], e);
        }
    }
}
