package io.millrace.waiting;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A span of time, which begins when it is made, in which a command looks again and again for what it needs. Everything is
 * looked at once at least, however short the time is. Waits that follow one another on the same span share its end.
 */
public final class Waiting {
    private final long deadlineNanos;
    private final Duration interval;
    private final Consumer<String> progress;

    private Waiting(long deadlineNanos, Duration interval, Consumer<String> progress) {
        this.deadlineNanos = deadlineNanos;
        this.interval = interval;
        this.progress = progress;
    }

    /**
     * Begins to wait.
     *
     * @param timeout after which nothing is looked at again
     * @param interval from one look to the next
     */
    public static Waiting atMost(Duration timeout, Duration interval) {
        return new Waiting(System.nanoTime() + timeout.toNanos(), interval, unused -> {});
    }

    /** The same span, of which {@code progress} is told what is waited for, before each pause. */
    public Waiting telling(Consumer<String> progress) {
        return new Waiting(deadlineNanos, interval, progress);
    }

    /** The same span with another interval. */
    public Waiting every(Duration interval) {
        return new Waiting(deadlineNanos, interval, progress);
    }

    /** Waits for one interval. Returns at once, with false, when the time is over. */
    public boolean again(String waitedFor) throws InterruptedException {
        if (System.nanoTime() - deadlineNanos > 0) {
            return false;
        }
        progress.accept(waitedFor);
        Thread.sleep(interval.toMillis());
        return true;
    }

    /**
     * Waits until something holds.
     *
     * @param waitedFor told while it does not
     * @param late what to throw when the time is over, made from {@code waitedFor}
     */
    public <E extends Exception> void until(String waitedFor, BooleanSupplier holds, Function<String, E> late)
            throws E, InterruptedException {
        while (!holds.getAsBoolean()) {
            if (!again(waitedFor)) {
                throw late.apply(waitedFor);
            }
        }
    }

    /** Waits until something is there; empty when the time is over. */
    public <T> Optional<T> find(String waitedFor, Supplier<Optional<T>> look) throws InterruptedException {
        Optional<T> found = look.get();
        while (found.isEmpty() && again(waitedFor)) {
            found = look.get();
        }
        return found;
    }
}
