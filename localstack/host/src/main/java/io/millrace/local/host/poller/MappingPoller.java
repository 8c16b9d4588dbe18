package io.millrace.local.host.poller;

import io.millrace.local.host.assembly.StreamMapping;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of one mapping: one that looks for shards, and one per shard. */
final class MappingPoller {

    private static final Logger LOG = LoggerFactory.getLogger(MappingPoller.class);

    /** How often shards are listed; a shard that ends is looked after at once. */
    private static final Duration DISCOVERY_INTERVAL = Duration.ofSeconds(5);

    private static final Duration FIRST_DISCOVERY_INTERVAL = Duration.ofMillis(500);

    private final StreamMapping mapping;
    private final Supplier<MappingConsumer> consumers;
    private final InstantSource clock;
    private final Object monitor = new Object();
    private final List<Thread> threads = new ArrayList<>();
    private volatile @Nullable MappingConsumer consumer;
    private volatile @Nullable String error;
    private boolean stopping;
    private boolean shardEnded;
    /** Raised when the stream is another one than the shard threads were started for. */
    private volatile boolean replaced;

    MappingPoller(StreamMapping mapping, Supplier<MappingConsumer> consumers, InstantSource clock) {
        this.mapping = mapping;
        this.consumers = consumers;
        this.clock = clock;
    }

    StreamMapping mapping() {
        return mapping;
    }

    void start() {
        if (mapping.enabled()) {
            run("discovery", this::discover);
        }
    }

    MappingStatus status() {
        MappingConsumer current = consumer;
        return new MappingStatus(
                mapping.functionName(),
                mapping.streamArn(),
                mapping.enabled(),
                error,
                current == null ? List.of() : current.status());
    }

    /** Asks every thread to end after the step that it is in. */
    void askToStop() {
        synchronized (monitor) {
            stopping = true;
            monitor.notifyAll();
        }
    }

    /** Waits for the threads until {@code deadline}, then interrupts them. */
    void awaitStop(Instant deadline) {
        List<Thread> running;
        synchronized (monitor) {
            running = List.copyOf(threads);
        }
        try {
            for (Thread thread : running) {
                long millis = Duration.between(clock.instant(), deadline).toMillis();
                if (millis > 0) {
                    thread.join(millis);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.stream().filter(Thread::isAlive).forEach(thread -> {
            LOG.warn("{} does not end in time and is interrupted; its batch will be read again", thread.getName());
            thread.interrupt();
        });
    }

    private void discover() {
        while (!stopRequested()) {
            Duration pause = DISCOVERY_INTERVAL;
            try {
                MappingConsumer current = consumer;
                if (current == null) {
                    current = consumers.get();
                    consumer = current;
                }
                for (ShardConsumer shard : current.discover()) {
                    LOG.info("{} reads {} of {}", mapping.functionName(), shard.shardId(), mapping.streamName());
                    run(shard.shardId(), () -> consume(shard));
                }
                error = null;
            } catch (MappingConsumer.StreamReplacedException e) {
                LOG.warn("{}: {}", mapping.streamName(), e.getMessage());
                replace();
            } catch (RuntimeException e) {
                String failure = e instanceof ShardSource.StreamMissingException
                        ? String.valueOf(e.getMessage())
                        : e.getClass().getName();
                // Every message of the SDK names its request: only another kind of failure is news.
                if (!failure.equals(error)) {
                    LOG.warn("{} cannot list {}: {}", mapping.functionName(), mapping.streamName(), e.toString());
                }
                error = failure;
                pause = FIRST_DISCOVERY_INTERVAL;
            }
            sleep(clock.instant().plus(pause), true);
        }
    }

    /** Ends the old stream's consumers and lets the next discovery begin with the new stream. */
    private void replace() {
        replaced = true;
        List<Thread> shards;
        synchronized (monitor) {
            shards = threads.stream()
                    .filter(thread -> thread != Thread.currentThread())
                    .toList();
            monitor.notifyAll();
        }
        try {
            for (Thread shard : shards) {
                shard.join();
            }
            consumer = null;
            replaced = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void consume(ShardConsumer shard) {
        while (!stopRequested() && !replaced && !shard.finished()) {
            sleep(shard.step(), false);
        }
        synchronized (monitor) {
            threads.remove(Thread.currentThread());
            shardEnded = true;
            monitor.notifyAll();
        }
    }

    private boolean stopRequested() {
        synchronized (monitor) {
            return stopping || Thread.currentThread().isInterrupted();
        }
    }

    private void sleep(Instant until, boolean wakesOnShardEnd) {
        synchronized (monitor) {
            try {
                while (!stopping && !(replaced && !wakesOnShardEnd) && !(wakesOnShardEnd && shardEnded)) {
                    long millis = until.isBefore(clock.instant())
                            ? 0
                            : Duration.between(clock.instant(), until).toMillis();
                    if (millis <= 0) {
                        return;
                    }
                    monitor.wait(millis);
                }
                if (wakesOnShardEnd) {
                    shardEnded = false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run(String part, Runnable work) {
        Thread thread = new Thread(work, mapping.functionName() + " " + mapping.streamName() + " " + part);
        thread.setDaemon(true);
        synchronized (monitor) {
            threads.add(thread);
        }
        thread.start();
    }
}
