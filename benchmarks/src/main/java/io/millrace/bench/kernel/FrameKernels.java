package io.millrace.bench.kernel;

import io.millrace.bench.writer.Batches;
import io.millrace.frame.CorruptFrameException;
import io.millrace.frame.Frame;
import io.millrace.frame.FrameCodec;
import io.millrace.frame.FrameDecoder;
import io.millrace.lake.StreamRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Events into the stream's records and out of them, as many in one as the door puts there. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(KernelEvents.COUNT)
public class FrameKernels {
    private final List<byte[]> records = records();
    private final List<Frame> frames = frames(records);

    private static List<byte[]> records() {
        try {
            return Batches.of(KernelEvents.all(), KernelEvents.COUNT).batches().stream()
                    .flatMap(List::stream)
                    .map(StreamRecord::data)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make records of the events", e);
        }
    }

    private static List<Frame> frames(List<byte[]> records) {
        List<Frame> frames = new ArrayList<>();
        try (FrameDecoder decoder = new FrameDecoder()) {
            for (byte[] record : records) {
                frames.add(decoder.decode(record));
            }
        } catch (CorruptFrameException e) {
            throw new IllegalStateException("Cannot read what the door has written", e);
        }
        return frames;
    }

    @Benchmark
    public long frameEncode() {
        long bytes = 0;
        for (Frame frame : frames) {
            bytes += FrameCodec.encode(frame).length;
        }
        return bytes;
    }

    @Benchmark
    public int frameDecode() {
        int events = 0;
        for (Frame frame : frames(records)) {
            events += frame.entries().size();
        }
        return events;
    }
}
