package io.millrace.bench;

import io.millrace.bench.cost.CostBenchmark;
import io.millrace.bench.door.DoorBenchmark;
import io.millrace.bench.start.StartBenchmark;
import io.millrace.bench.writer.WriterBenchmark;
import java.util.List;

/** All of them, in the order of the table. One that is added here is run and listed. */
final class Benchmarks {
    private Benchmarks() {}

    /** @param settings what takes long is left out unless {@code full} is asked for */
    static List<Benchmark> of(BenchSettings settings) {
        return List.of(new WriterBenchmark(), new DoorBenchmark(), new StartBenchmark(), new CostBenchmark());
    }
}
