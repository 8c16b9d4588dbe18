package io.millrace.local.host.poller;

import io.millrace.local.host.assembly.StreamMapping;
import io.millrace.local.host.runtime.Functions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** All Kinesis mappings of the assembly. */
public final class Pollers {

    /** A function's longest time-out on AWS: a batch of a mapping that changes may take this long to end. */
    private static final Duration CHANGE_PATIENCE = Duration.ofMinutes(15);

    private final KinesisClient kinesis;
    private final Destinations destinations;
    private final Functions functions;
    private final Checkpoints checkpoints;
    private final InstantSource clock;
    private final List<MappingPoller> pollers = new ArrayList<>();
    private boolean stopped;

    public Pollers(
            KinesisClient kinesis,
            Destinations destinations,
            Functions functions,
            Checkpoints checkpoints,
            InstantSource clock) {
        this.kinesis = kinesis;
        this.destinations = destinations;
        this.functions = functions;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** Serves exactly these from now on. One that changed ends its running batch, then begins anew at its checkpoints. */
    public void serve(List<StreamMapping> mappings) {
        List<MappingPoller> obsolete;
        synchronized (this) {
            obsolete = pollers.stream()
                    .filter(poller -> !mappings.contains(poller.mapping()))
                    .toList();
            obsolete.forEach(MappingPoller::askToStop);
        }
        Instant deadline = clock.instant().plus(CHANGE_PATIENCE);
        obsolete.forEach(poller -> poller.awaitStop(deadline));
        synchronized (this) {
            pollers.removeAll(obsolete);
            List<StreamMapping> served =
                    pollers.stream().map(MappingPoller::mapping).toList();
            mappings.stream()
                    .filter(mapping -> !stopped && !served.contains(mapping))
                    .forEach(mapping -> {
                        MappingPoller poller = new MappingPoller(mapping, () -> consumer(mapping), clock);
                        pollers.add(poller);
                        poller.start();
                    });
        }
    }

    public synchronized List<MappingStatus> status() {
        return pollers.stream().map(MappingPoller::status).toList();
    }

    /** Lets running batches end and be checkpointed until {@code deadline}. Nothing is served afterwards. */
    public void stop(Instant deadline) {
        List<MappingPoller> all;
        synchronized (this) {
            stopped = true;
            all = List.copyOf(pollers);
        }
        all.forEach(MappingPoller::askToStop);
        all.forEach(poller -> poller.awaitStop(deadline));
    }

    private MappingConsumer consumer(StreamMapping mapping) {
        return new MappingConsumer(
                mapping,
                new KinesisShards(kinesis, mapping.streamName()),
                shardId -> new InvokedFunction(mapping, functions),
                destinations,
                checkpoints,
                clock);
    }
}
