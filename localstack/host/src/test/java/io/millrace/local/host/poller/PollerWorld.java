package io.millrace.local.host.poller;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mapping with a fake stream, function and destination under a virtual clock, run by one thread. */
final class PollerWorld {

    private static final Duration DISCOVERY_INTERVAL = Duration.ofSeconds(1);

    private static final int MAX_TURNS = 10_000;

    final VirtualClock clock = new VirtualClock();
    final FakeStream stream;
    final FakeFunction function = new FakeFunction(clock);
    final FakeCheckpoints checkpoints = new FakeCheckpoints();
    final FakeDestinations destinations = new FakeDestinations();
    private final Mappings mappings;
    private final Map<ShardConsumer, Instant> due = new LinkedHashMap<>();
    private MappingConsumer mapping;
    private Instant nextDiscovery;

    PollerWorld(Mappings mappings, String... shardIds) {
        this.mappings = mappings;
        this.stream = new FakeStream(clock, shardIds);
        this.mapping = start();
        this.nextDiscovery = clock.instant();
    }

    /** The process dies and a new one begins: nothing is left but the checkpoints. */
    void crash() {
        due.clear();
        mapping = start();
        nextDiscovery = clock.instant();
    }

    /** Does everything that is due until this much time has passed. */
    void run(Duration duration) {
        Instant end = clock.instant().plus(duration);
        int turns = 0;
        while (!clock.instant().isAfter(end)) {
            Instant next = nextDiscovery;
            for (Instant wake : due.values()) {
                next = wake.isBefore(next) ? wake : next;
            }
            if (next.isAfter(end)) {
                clock.advanceTo(end);
                return;
            }
            clock.advanceTo(next);
            turn();
            if (++turns > MAX_TURNS) {
                throw new AssertionError("The poller turns without end at " + clock.instant());
            }
        }
    }

    List<ShardStatus> status() {
        return mapping.status();
    }

    private void turn() {
        if (!clock.instant().isBefore(nextDiscovery)) {
            mapping.discover().forEach(consumer -> due.put(consumer, clock.instant()));
            nextDiscovery = clock.instant().plus(DISCOVERY_INTERVAL);
        }
        due.keySet().removeIf(ShardConsumer::finished);
        for (Map.Entry<ShardConsumer, Instant> entry : due.entrySet()) {
            if (!entry.getValue().isAfter(clock.instant())) {
                entry.setValue(entry.getKey().step());
            }
        }
    }

    private MappingConsumer start() {
        return new MappingConsumer(mappings.mapping(), stream, shardId -> function, destinations, checkpoints, clock);
    }
}
