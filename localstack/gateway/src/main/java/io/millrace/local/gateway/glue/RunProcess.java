package io.millrace.local.gateway.glue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The process of a run, as the system knows it. */
final class RunProcess {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private RunProcess() {}

    /** The run's process, if it outlived the gateway that started it: its number alone may be another's by now. */
    static Optional<ProcessHandle> left(JobRun run) {
        return ProcessHandle.of(run.pid())
                .filter(process -> run.pidStartedMillis() != 0
                        && process.info()
                                .startInstant()
                                .filter(start -> start.toEpochMilli() == run.pidStartedMillis())
                                .isPresent());
    }

    /** Asks a process to end, and kills it when it has not after a while. */
    static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot end process " + process.pid(), e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
