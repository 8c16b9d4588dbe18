package io.millrace.send;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends POSTs over several connections at once, in no order between them. Whoever submits goes on at once, up to a
 * backlog of a thousand POSTs, so that an open-loop rate holds while the door is slow or away.
 */
public final class Sender implements AutoCloseable {

    private static final int BACKLOG = 1_000;

    private final Poster poster;
    private final ExecutorService connections;
    private final Semaphore backlog = new Semaphore(BACKLOG);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    public Sender(Poster poster, int connections) {
        this.poster = poster;
        this.connections = Executors.newFixedThreadPool(connections, task -> {
            Thread thread = new Thread(task, "sender");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Has a POST sent.
     *
     * @param then hears how it ended, on another thread
     * @throws RefusedException if the door has refused an earlier one
     */
    public void submit(Post post, Consumer<Outcome> then) throws InterruptedException {
        throwFailure();
        backlog.acquire();
        connections.execute(() -> send(post, then));
    }

    /**
     * Waits until every POST has ended.
     *
     * @throws RefusedException if the door has refused one
     */
    public void finish() throws InterruptedException {
        backlog.acquire(BACKLOG);
        backlog.release(BACKLOG);
        throwFailure();
    }

    private void send(Post post, Consumer<Outcome> then) {
        try {
            if (failure.get() == null) {
                then.accept(poster.post(post));
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } catch (InterruptedException e) {
            failure.compareAndSet(null, new RefusedException("Cannot send events: interrupted", e));
            Thread.currentThread().interrupt();
        } finally {
            backlog.release();
        }
    }

    private void throwFailure() {
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    /** Drops what has not been sent. */
    @Override
    public void close() {
        connections.shutdownNow();
    }
}
