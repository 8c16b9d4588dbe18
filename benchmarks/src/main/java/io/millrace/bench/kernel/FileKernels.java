package io.millrace.bench.kernel;

import io.millrace.bench.writer.WriterParts;
import io.millrace.contract.Layer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The rows of five seconds into one Parquet file of a table. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(KernelEvents.COUNT)
public class FileKernels {
    private final Path folder;
    private final WriterParts parts;

    public FileKernels() {
        try {
            folder = Files.createTempDirectory("kernels");
            parts = new WriterParts(KernelEvents.all(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the tables that the kernels write again", e);
        }
    }

    /** Leaves nothing behind. */
    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public long bronzeFile() throws IOException {
        return parts.again(Layer.BRONZE);
    }

    @Benchmark
    public long silverFile() throws IOException {
        return parts.again(Layer.SILVER);
    }
}
