package io.millrace.local.host.poller;

import io.millrace.local.host.assembly.StreamMapping;
import io.millrace.local.host.poller.Batch.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one shard's records to a function, in order. It is driven by {@link #step()} from one thread at a time and never
 * waits by itself, so that its rules hold under any clock.
 */
final class ShardConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(ShardConsumer.class);

    /** Kinesis allows five reads a second and shard. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private static final int MAX_PAGE = 10_000;

    private final StreamMapping mapping;
    private final String shardId;
    private final ShardSource source;
    private final BatchFunction function;
    private final Destinations destinations;
    private final Consumer<Checkpoint> checkpoints;
    private final InstantSource clock;

    private final BatchRules rules;
    private final RecordEvents events;
    private final BatchBuffer buffer;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private final Backoff functionBackoff = new Backoff();
    private final Backoff streamBackoff = new Backoff();

    private Position position;
    private @Nullable String iterator;
    private Duration behindLatest = Duration.ZERO;
    private Instant notBefore = Instant.MIN;
    private boolean drained;
    private boolean gone;
    private @Nullable String lastError;
    private @Nullable String checkpoint;
    private volatile boolean finished;
    private volatile ShardStatus status;

    ShardConsumer(
            StreamMapping mapping,
            String shardId,
            Position start,
            ShardSource source,
            BatchFunction function,
            Destinations destinations,
            Consumer<Checkpoint> checkpoints,
            InstantSource clock) {
        this.mapping = mapping;
        this.shardId = shardId;
        this.position = start;
        this.source = source;
        this.function = function;
        this.destinations = destinations;
        this.checkpoints = checkpoints;
        this.clock = clock;
        this.rules = new BatchRules(mapping);
        this.events = new RecordEvents(mapping.functionName(), mapping.streamArn(), shardId);
        this.buffer = new BatchBuffer(mapping.batchSize(), mapping.window());
        this.checkpoint = start instanceof Position.After after ? after.sequenceNumber() : null;
        this.status = observe();
    }

    String shardId() {
        return shardId;
    }

    /** Whether the shard is closed and done, or gone. */
    boolean finished() {
        return finished;
    }

    ShardStatus status() {
        return status;
    }

    /** Does what is due, at most one invocation, and says when to call again. Never throws for the stream's failures. */
    Instant step() {
        Instant next;
        try {
            next = advance();
            streamBackoff.reset();
        } catch (ShardSource.IteratorExpiredException e) {
            iterator = null;
            next = clock.instant();
        } catch (ShardSource.ShardGoneException e) {
            LOG.warn("{} {}: {}", mapping.functionName(), shardId, e.getMessage());
            drained = true;
            gone = true;
            next = clock.instant();
        } catch (RuntimeException e) {
            String failure = e.getClass().getName();
            if (lastError == null || !lastError.startsWith(failure)) {
                LOG.warn("{} {}: cannot go on now", mapping.functionName(), shardId, e);
            }
            lastError = e.toString();
            next = clock.instant().plus(streamBackoff.next());
        }
        status = observe();
        return next;
    }

    private Instant advance() {
        if (batches.isEmpty()) {
            fill();
        }
        if (batches.isEmpty()) {
            return idle();
        }
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            return notBefore;
        }
        settle();
        if (!batches.isEmpty()) {
            replaceFirst(rules.expire(batches.element(), now));
            settle();
        }
        if (!batches.isEmpty()) {
            invoke(batches.element());
            settle();
        }
        return batches.isEmpty() ? clock.instant() : notBefore;
    }

    /** Reads once if there is room, and cuts a batch if one is due. */
    private void fill() {
        if (!drained && buffer.room() > 0) {
            String from = iterator == null ? source.iterator(shardId, position) : iterator;
            iterator = from;
            Page page = source.read(from, Math.min(MAX_PAGE, buffer.room()));
            Instant now = clock.instant();
            for (StreamRecord record : page.records()) {
                buffer.add(new ReadRecord(record, events.element(record), now));
                position = new Position.After(record.sequenceNumber());
            }
            iterator = page.nextIterator();
            drained = iterator == null;
            behindLatest = page.behindLatest();
        }
        if (buffer.due(clock.instant()) || (drained && !buffer.isEmpty())) {
            batches.add(Batch.fresh(buffer.take()));
        }
    }

    private Instant idle() {
        Instant now = clock.instant();
        if (drained) {
            if (!gone) {
                // A shard that vanished unread is not at its end: an emulator may give its id to another one.
                checkpoints.accept(new Checkpoint.ShardEnd());
            }
            finished = true;
            return now;
        }
        Instant poll = behindLatest.isZero() ? now.plus(POLL_INTERVAL) : now;
        Instant deadline = buffer.deadline();
        return deadline != null && deadline.isBefore(poll) ? deadline : poll;
    }

    private void invoke(Batch batch) {
        Outcome outcome = function.invoke(batch);
        if (outcome instanceof Outcome.Succeeded) {
            lastError = null;
            functionBackoff.reset();
        } else {
            lastError = outcome instanceof Outcome.Failed failed
                    ? failed.error()
                    : ((Outcome.NotDelivered) outcome).reason();
            if (outcome instanceof Outcome.Failed failed && failed.firstFailed() > 0) {
                functionBackoff.reset();
            }
            notBefore = clock.instant().plus(functionBackoff.next());
        }
        replaceFirst(rules.after(batch, outcome));
    }

    /** Discards and checkpoints what is dealt with at the front. If this fails, the same is tried again, not the function. */
    private void settle() {
        while (!batches.isEmpty() && batches.element().stage() != Stage.INVOKE) {
            Batch batch = batches.element();
            if (batch.stage() == Stage.CHECKPOINT) {
                String last = batch.last().sequenceNumber();
                checkpoints.accept(new Checkpoint.Next(new Position.After(last)));
                checkpoint = last;
                batches.remove();
            } else {
                discard(batch);
                replaceFirst(List.of(batch.to(Stage.CHECKPOINT)));
            }
        }
    }

    private void discard(Batch batch) {
        LOG.warn(
                "{} {}: discards {} records from {}: {}",
                mapping.functionName(),
                shardId,
                batch.size(),
                batch.first().sequenceNumber(),
                batch.stage());
        String destination = mapping.onFailureArn();
        if (destination != null) {
            destinations.send(destination, new DiscardNotice(mapping, shardId).of(batch, clock.instant()));
        }
        notBefore = Instant.MIN;
        functionBackoff.reset();
    }

    private void replaceFirst(List<Batch> replacements) {
        batches.remove();
        for (int i = replacements.size() - 1; i >= 0; i--) {
            batches.addFirst(replacements.get(i));
        }
    }

    private ShardStatus observe() {
        Instant oldest = batches.isEmpty()
                ? buffer.oldestArrival()
                : batches.element().first().record().arrival();
        long lag = oldest == null
                ? behindLatest.toMillis()
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis());
        int waiting = buffer.size() + batches.stream().mapToInt(Batch::size).sum();
        return new ShardStatus(shardId, finished, checkpoint, lag, waiting, lastError);
    }
}
