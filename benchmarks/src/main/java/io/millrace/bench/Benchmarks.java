package io.millrace.bench;

import io.millrace.bench.cost.CostBenchmark;
import io.millrace.bench.door.DoorBenchmark;
import io.millrace.bench.scale.ScaleBenchmark;
import io.millrace.bench.start.StartBenchmark;
import io.millrace.bench.writer.WriterBenchmark;
import java.util.ArrayList;
import java.util.List;

/** All of them, in the order of the table. One that is added here is run and listed. */
final class Benchmarks {
    private Benchmarks() {}

    /**
     * Those that take part.
     *
     * @param settings what takes long is left out unless {@code full} is asked for, or its target by name; with given
     *     events, what has none, or needs the simulated shop's
     */
    static List<Benchmark> of(BenchSettings settings) {
        if (settings.data() != null) {
            return List.of(new WriterBenchmark(), new DoorBenchmark());
        }
        List<Benchmark> all = new ArrayList<>(
                List.of(new WriterBenchmark(), new DoorBenchmark(), new StartBenchmark(), new CostBenchmark()));
        if (settings.full() || settings.only().contains("P7")) {
            all.add(new ScaleBenchmark());
        }
        return List.copyOf(all);
    }
}
