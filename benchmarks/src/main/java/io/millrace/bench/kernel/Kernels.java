package io.millrace.bench.kernel;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all kernels by JMH, each in processes of its own. */
public final class Kernels {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Kernels() {}

    /**
     * Measures.
     *
     * @param forks processes that each kernel is run in, one after another
     * @param iterations of a second each that count, in each process
     * @param json where JMH's own report goes
     * @param talk where JMH tells what it does
     * @return lines of text, one a kernel
     */
    public static List<String> measure(int forks, int iterations, Path json, PrintStream talk) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(Kernels.class.getPackageName() + ".*")
                .forks(forks)
                .warmupIterations(iterations)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .resultFormat(ResultFormatType.JSON)
                .result(json.toString())
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results =
                new Runner(options, OutputFormatFactory.createFormatInstance(talk, VerboseMode.NORMAL)).run();
        return KernelFigure.table(results.stream().map(Kernels::figure).toList());
    }

    private static KernelFigure figure(RunResult result) {
        String name = result.getParams().getBenchmark();
        Result<?> wall = result.getPrimaryResult();
        return new KernelFigure(
                name.substring(name.lastIndexOf('.') + 1),
                second(result, CpuProfiler.LABEL),
                wall.getScore(),
                wall.getScoreError(),
                second(result, ALLOCATED));
    }

    private static double second(RunResult result, String label) {
        Result<?> found = result.getSecondaryResults().get(label);
        return found == null ? Double.NaN : found.getScore();
    }
}
