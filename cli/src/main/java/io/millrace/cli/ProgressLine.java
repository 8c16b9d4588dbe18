package io.millrace.cli;

import io.millrace.send.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One line on a terminal that is written over as work goes on; nothing when stderr is not a terminal. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final String CLEAR = "\r\u001b[2K";

    private final PrintWriter err;
    private final long begun = System.nanoTime();
    private final AtomicLong next = new AtomicLong(begun);
    private boolean drawn;

    private ProgressLine(PrintWriter err) {
        this.err = err;
    }

    static ProgressLine on(PrintWriter err) {
        return new ProgressLine(isTerminal() ? err : new PrintWriter(Writer.nullWriter()));
    }

    @Override
    public void at(long done, long total, String detail) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + EVERY_NANOS)) {
            draw(done, total, detail, (now - begun) / 1e9);
        }
    }

    /** Shows what is waited for, and how long the wait has been. */
    void waiting(String what) {
        draw(String.format(Locale.ROOT, "%3.0f s  %s", (System.nanoTime() - begun) / 1e9, what));
    }

    private synchronized void draw(String line) {
        err.print(CLEAR + line);
        err.flush();
        drawn = true;
    }

    private void draw(long done, long total, String detail, double seconds) {
        String bar = total > 0 ? String.format(Locale.ROOT, "%3d%% of %,d", 100 * done / total, total) : "";
        draw(String.format(
                Locale.ROOT, "%,d events %s %,.0f/s  %s", done, bar, done / Math.max(seconds, 0.001), detail));
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (drawn) {
            err.print(CLEAR);
            err.flush();
        }
    }

    /** Asked of the system, since Java's console is one only when stdin and stdout are terminals too. */
    static boolean isTerminal() {
        try {
            return new ProcessBuilder("test", "-t", "2")
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
