package io.millrace.bench.kernel;

import io.millrace.bench.door.TokenWalk;
import io.millrace.bench.event.Posts;
import io.millrace.event.Accepted;
import io.millrace.event.Arrival;
import io.millrace.event.EventChecker;
import io.millrace.event.EventScreen;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One look at the bytes of each event: the least that it takes, to see that it is good, to make values of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(KernelEvents.COUNT)
public class EventKernels {
    private static final int EVENTS_A_POST = 100;

    private final List<byte[]> events = KernelEvents.all().events();
    private final List<byte[]> bodies = Posts.of(KernelEvents.all(), EVENTS_A_POST);
    private final EventScreen screen = new EventScreen(KernelEvents.contract());
    private final EventChecker checker = new EventChecker(KernelEvents.contract());
    private final Arrival arrival = KernelEvents.arrival();

    @Benchmark
    public long tokenWalk() throws IOException {
        return TokenWalk.over(bodies);
    }

    @Benchmark
    public int screen() {
        int sure = 0;
        for (byte[] event : events) {
            sure += screen.screen(event, 0, event.length, arrival) == null ? 0 : 1;
        }
        return sure;
    }

    @Benchmark
    public int typedParse() {
        int accepted = 0;
        for (byte[] event : events) {
            accepted += checker.check(event, 0, event.length, arrival) instanceof Accepted ? 1 : 0;
        }
        return accepted;
    }
}
