package io.millrace.local.gateway.glue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The runs of this machine: starts, watches and stops their processes. A run whose end nobody saw, because this process
 * ended first, has failed, and says so.
 */
final class JobRuns implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JobRuns.class.getName());
    private static final int REMEMBERED = 500;

    /** A laptop has room for so many Spark drivers; further runs stay STARTING until one ends. */
    private static final int PROCESSES = 2;

    private final JobLauncher launcher;
    private final RunArchive archive;
    private final Clock clock;
    private final Duration minute;
    private final Consumer<JobRun> ended;
    private final Map<String, JobRun> runs = new LinkedHashMap<>();
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final ExecutorService watchers = Executors.newFixedThreadPool(PROCESSES, task -> {
        Thread thread = new Thread(task, "job-run");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Reads what earlier processes left.
     *
     * @param minute how long a minute of a time limit takes, for tests
     * @param ended told of each run that has ended while it was watched
     */
    JobRuns(JobLauncher launcher, RunArchive archive, Clock clock, Duration minute, Consumer<JobRun> ended)
            throws IOException {
        this.launcher = launcher;
        this.archive = archive;
        this.clock = clock;
        this.minute = minute;
        this.ended = ended;
        for (JobRun run : archive.read()) {
            runs.put(run.id(), run);
            if (!run.state().isFinal()) {
                RunProcess.left(run).ifPresent(RunProcess::end);
                set(run.ended(
                        RunState.FAILED, "The gateway ended while the run was going on, and ended it", clock.millis()));
            }
        }
    }

    /**
     * Starts a run; it goes on by itself.
     *
     * @throws GlueException if as many runs as the job may have go on already
     */
    synchronized JobRun start(JobDefinition job, Map<String, String> given, int timeoutMinutes) throws GlueException {
        long active =
                of(job.name()).stream().filter(run -> !run.state().isFinal()).count();
        if (active >= job.maxConcurrentRuns()) {
            throw new GlueException(
                    "ConcurrentRunsExceededException",
                    "Concurrent runs exceeded for " + job.name() + ": at most " + job.maxConcurrentRuns());
        }
        String id = "jr_" + (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        Map<String, String> arguments = new LinkedHashMap<>(job.arguments(given));
        arguments.put("--JOB_NAME", job.name());
        arguments.put("--JOB_RUN_ID", id);
        JobRun run = JobRun.asked(id, job.name(), given, timeoutMinutes, clock.millis());
        set(run);
        forgetOldest();
        watchers.execute(() -> watch(id, arguments));
        return run;
    }

    /** @throws GlueException if the job has no such run */
    synchronized JobRun get(String job, String id) throws GlueException {
        JobRun run = runs.get(id);
        if (run == null || !run.job().equals(job)) {
            throw GlueException.notFound("JobRun " + id + " of job " + job + " not found");
        }
        return run;
    }

    /** A job's runs, the newest first. */
    synchronized List<JobRun> of(String job) {
        List<JobRun> found = new ArrayList<>();
        for (JobRun run : runs.values()) {
            if (run.job().equals(job)) {
                found.add(0, run);
            }
        }
        return found;
    }

    /**
     * Asks a run to end; it is STOPPED when its process has.
     *
     * @throws GlueException if there is no such run, or it has ended already
     */
    synchronized void stop(String job, String id) throws GlueException {
        JobRun run = get(job, id);
        if (run.state().isFinal()) {
            throw GlueException.invalid("JobRun " + id + " has ended: it is " + run.state());
        }
        set(run.stopping(clock.millis()));
        Process process = processes.get(id);
        if (process != null) {
            process.destroy();
        }
    }

    /** Ends every process; what went on has failed. */
    @Override
    public void close() {
        watchers.shutdown();
        List<Process> alive;
        synchronized (this) {
            alive = new ArrayList<>(processes.values());
            for (JobRun run : List.copyOf(runs.values())) {
                if (!run.state().isFinal()) {
                    set(run.ended(RunState.FAILED, "The local platform was stopped while it ran", clock.millis()));
                }
            }
        }
        alive.forEach(process -> RunProcess.end(process.toHandle()));
    }

    private void watch(String id, Map<String, String> arguments) {
        try {
            Process process = launch(id, arguments);
            if (process == null) {
                return;
            }
            Duration limit = minute.multipliedBy(runs(id).timeoutMinutes());
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                RunProcess.end(process.toHandle());
            }
            settle(id, ended ? process.exitValue() : -1, ended);
        } catch (IOException | GlueException | RuntimeException e) {
            LOG.log(Level.WARNING, "Cannot run " + id, e);
            end(id, RunState.FAILED, "Cannot start the job's process: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Process launch(String id, Map<String, String> arguments)
            throws IOException, GlueException {
        JobRun run = runs(id);
        if (run.state() == RunState.STOPPING) {
            end(id, RunState.STOPPED, null);
        }
        if (runs(id).state() != RunState.STARTING) {
            return null;
        }
        String name = run.job().replaceFirst("^millrace-[a-z0-9]+-", "");
        Process process = launcher.start(name, arguments, archive.log(id));
        processes.put(id, process);
        set(run.running(process.toHandle(), clock.millis()));
        return process;
    }

    private synchronized void settle(String id, int exitCode, boolean inTime) throws IOException {
        processes.remove(id);
        JobRun run = runs(id);
        if (run.state() == RunState.STOPPING) {
            end(id, RunState.STOPPED, null);
        } else if (!inTime) {
            end(id, RunState.TIMEOUT, "Job timed out after " + run.timeoutMinutes() + " minutes");
        } else if (exitCode == 0) {
            end(id, RunState.SUCCEEDED, null);
        } else {
            end(id, RunState.FAILED, RunFailure.of(archive.log(id), exitCode));
        }
    }

    private synchronized void end(String id, RunState state, @Nullable String why) {
        JobRun run = runs(id);
        if (!run.state().isFinal()) {
            JobRun over = run.ended(state, why, clock.millis());
            set(over);
            ended.accept(over);
        }
    }

    private synchronized JobRun runs(String id) {
        JobRun run = runs.get(id);
        if (run == null) {
            throw new IllegalStateException("Cannot find run " + id);
        }
        return run;
    }

    private synchronized void set(JobRun run) {
        runs.put(run.id(), run);
        archive.keep(run);
    }

    private void forgetOldest() {
        Iterator<JobRun> oldest = runs.values().iterator();
        int surplus = runs.size() - REMEMBERED;
        while (surplus > 0 && oldest.hasNext()) {
            JobRun run = oldest.next();
            if (run.state().isFinal()) {
                oldest.remove();
                archive.forget(run);
                surplus--;
            }
        }
    }
}
