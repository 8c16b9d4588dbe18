package io.millrace.local.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the tests, its output in files so that nothing can block on a full pipe. */
final class Running {
    /** The Java that runs the tests. */
    static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    private final String command;
    private final Process process;
    private final Path out;
    private final Path err;

    private Running(String command, Process process, Path out, Path err) {
        this.command = command;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Running start(List<String> command, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile("millrace-it", ".out");
            Path err = Files.createTempFile("millrace-it", ".err");
            out.toFile().deleteOnExit();
            err.toFile().deleteOnExit();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(Checkout.root().toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new Running(String.join(" ", command), builder.start(), out, err);
        } catch (IOException e) {
            throw new AssertionError("Cannot start " + command, e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has said so far on standard error. */
    String said() {
        return read(err);
    }

    /** What it has printed so far on standard output. */
    String printed() {
        return read(out);
    }

    /** Ends it, as Ctrl-C does. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    Outcome await(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroy();
                throw new AssertionError(command + " took longer than " + atMost + "\n" + read(out) + read(err));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(command, e);
        }
        return new Outcome(command, process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + file, e);
        }
    }
}
