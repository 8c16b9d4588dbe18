package io.millrace.bench;

import io.millrace.bench.door.DoorBenchmark;
import java.util.List;

/** All of them, in the order of the table. One that is added here is run and listed. */
final class Benchmarks {
    private Benchmarks() {}

    static List<Benchmark> of(BenchSettings settings) {
        return List.of(new DoorBenchmark());
    }
}
