package io.millrace.bench.kernel;

import io.millrace.bench.event.EventSet;
import io.millrace.bench.event.ShopEvents;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.event.Arrival;
import java.time.Instant;

/** What every kernel is run over: five seconds of the simulated shop's app events, all of them good. */
final class KernelEvents {
    /** In one go of a kernel. */
    static final int COUNT = 5_000;

    private static final long SEED = 1;

    private KernelEvents() {}

    static EventSet all() {
        return ShopEvents.appEvents(COUNT, SEED);
    }

    static Contract contract() {
        return Contracts.bundled().find(all().dataset()).orElseThrow();
    }

    static Arrival arrival() {
        return Arrival.of(Instant.parse("2026-03-01T12:00:10Z"), "benchmark");
    }
}
