package io.millrace.cli;

import io.millrace.local.platform.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells the stages of a long operation, a line each; on a terminal, also how long the stage has taken so far. */
final class Stages implements Progress, AutoCloseable {

    private static final String START_OF_LINE = "\r\u001b[2K";

    private final PrintWriter err;
    private final @Nullable ScheduledExecutorService clock;
    private @Nullable String stage;
    private long begun;

    Stages(PrintWriter err, boolean terminal) {
        this.err = err;
        this.clock = terminal ? Executors.newSingleThreadScheduledExecutor(Stages::background) : null;
        if (clock != null) {
            Future<?> unused = clock.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
        }
    }

    static Stages on(PrintWriter err) {
        return new Stages(err, ProgressLine.isTerminal());
    }

    private static Thread background(Runnable work) {
        Thread thread = new Thread(work, "stages");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void stage(String line) {
        finish();
        if (clock == null) {
            err.println(line);
            return;
        }
        stage = line;
        begun = System.nanoTime();
        err.print(line);
        err.flush();
    }

    @Override
    public synchronized void warn(String line) {
        finish();
        err.println("warning: " + line);
    }

    private synchronized void tick() {
        if (stage != null) {
            err.print(START_OF_LINE + stage + "  " + seconds());
            err.flush();
        }
    }

    private void finish() {
        if (stage != null) {
            err.println(START_OF_LINE + stage + "  " + seconds());
            stage = null;
        }
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.0f s", (System.nanoTime() - begun) / 1e9);
    }

    @Override
    public synchronized void close() {
        finish();
        if (clock != null) {
            clock.shutdownNow();
        }
    }
}
