package io.millrace.local.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that runs to its end as a step of ours, its output in a log.
 *
 * @param environment the whole environment of the program
 * @param log file that its output replaces
 */
record ExternalCommand(List<String> command, Path directory, Map<String, String> environment, Path log) {

    private static final int SHOWN_LINES = 15;

    ExternalCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Runs it.
     *
     * @param task what it is for, as in "Cannot {task}"
     * @throws PlatformException with the end of its output if it fails
     */
    void run(String task) {
        int exitCode;
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            exitCode = waitFor(builder.start());
        } catch (IOException e) {
            throw new PlatformException("Cannot " + task + ": cannot run " + command.get(0) + ": " + e.getMessage(), e);
        }
        if (exitCode != 0) {
            String end = LogTail.of(log, SHOWN_LINES);
            String why = DiskProblem.isFull(end) || DiskProblem.isFull(log)
                    ? DiskProblem.FULL
                    : command.get(0) + " ended with exit code " + exitCode;
            throw new PlatformException("Cannot " + task + ": " + why + end);
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while a program was running", e);
        }
    }
}
