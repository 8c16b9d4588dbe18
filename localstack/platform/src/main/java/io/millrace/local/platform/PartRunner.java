package io.millrace.local.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Starts, watches and ends the processes of parts. */
final class PartRunner {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int SHOWN_LINES = 15;

    /** Leaves the terminal's session before it becomes the part, so that Ctrl-C and a closed terminal do not reach it. */
    private static final String DETACH = "import os, sys; os.setsid(); os.execvp(sys.argv[1], sys.argv[1:])";

    private final Path python;

    /** Uses the given interpreter to detach processes; the shell has no portable word for it. */
    PartRunner(Path python) {
        this.python = python;
    }

    /** Starts a process that outlives this one. Its output goes to the part's log; the one before is kept beside. */
    ProcessIdentity start(PartSpec spec, Path directory) {
        List<String> command = new ArrayList<>(List.of(python.toString(), "-c", DETACH));
        command.addAll(spec.command());
        try {
            Files.createDirectories(spec.log().getParent());
            if (Files.exists(spec.log())) {
                Path previous = spec.log().resolveSibling(spec.log().getFileName() + ".1");
                Files.move(spec.log(), previous, StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(spec.log().toFile());
            builder.environment().clear();
            builder.environment().putAll(spec.environment());
            return ProcessIdentity.of(builder.start().toHandle()).orElseThrow(() -> died(spec));
        } catch (IOException e) {
            throw DiskProblem.explain("start " + spec.name(), e);
        }
    }

    /**
     * Returns when the part answers.
     *
     * @throws PlatformException if it dies, says that it has failed, or is not ready after its patience
     */
    static void awaitHealthy(PartSpec spec, ProcessIdentity process) {
        long deadline = System.nanoTime() + spec.patience().toNanos();
        while (true) {
            if (process.find().isEmpty()) {
                throw died(spec);
            }
            Health health = Health.ask(spec.health());
            if (health.ready()) {
                return;
            }
            if (health.hopeless() || System.nanoTime() > deadline) {
                throw new PlatformException("Cannot start " + spec.name() + ": process " + process.pid() + " says: "
                        + health.detail() + "; try ./millrace down, then up" + LogTail.of(spec.log(), SHOWN_LINES));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static PlatformException died(PartSpec spec) {
        String end = LogTail.of(spec.log(), SHOWN_LINES);
        String why = "its process ended";
        if (DiskProblem.isFull(end) || DiskProblem.isFull(spec.log())) {
            why = DiskProblem.FULL;
        } else if (!Ports.isFree(spec.port())) {
            why = "its process ended, and another program listens on port " + spec.port();
        }
        return new PlatformException("Cannot start " + spec.name() + ": " + why + end);
    }

    /**
     * Asks a process to end, and kills it when it has not after {@code patience}.
     *
     * @return whether it ended by itself
     */
    static boolean stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (endsWithin(process, patience)) {
            return true;
        }
        process.destroyForcibly();
        if (!endsWithin(process, Duration.ofSeconds(10))) {
            throw new PlatformException("Cannot end process " + process.pid() + ": it survives SIGKILL");
        }
        return false;
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        ProcessIdentity identity = ProcessIdentity.of(process).orElse(null);
        long deadline = System.nanoTime() + patience.toNanos();
        while (identity != null && identity.find().isPresent()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }
}
