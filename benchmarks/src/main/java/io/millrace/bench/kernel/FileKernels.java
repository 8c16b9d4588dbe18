package io.millrace.bench.kernel;

import io.millrace.bench.writer.WriterParts;
import io.millrace.contract.Layer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The rows of five seconds into one Parquet file of a table. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(KernelEvents.COUNT)
public class FileKernels {
    private final WriterParts parts = parts();

    private static WriterParts parts() {
        try {
            return new WriterParts(KernelEvents.all(), Files.createTempDirectory("kernels"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the tables that the kernels write again", e);
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
