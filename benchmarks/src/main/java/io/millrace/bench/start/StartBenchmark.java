package io.millrace.bench.start;

import static io.millrace.bench.report.Bar.atMost;

import io.millrace.bench.Benchmark;
import io.millrace.bench.Lab;
import io.millrace.bench.measure.Samples;
import io.millrace.bench.report.Answer;
import io.millrace.bench.report.Question;
import io.millrace.bench.report.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The ingest function's package, and new JVMs that load it and build the handler, each on one core: from the start of
 * the process until the handler stands, as Lambda does before the first request.
 */
public final class StartBenchmark implements Benchmark {
    private static final Question SIZE = new Question("P8", "ingest package, zipped", atMost(15, Unit.MEGABYTES));
    private static final Question INIT =
            new Question("P8", "ingest init on one core, CPU time", atMost(400, Unit.MILLISECONDS));

    private static final double BYTES_A_MEGABYTE = 1e6;
    private static final double NANOS_A_MILLISECOND = 1e6;

    @Override
    public List<Question> questions() {
        return List.of(SIZE, INIT);
    }

    @Override
    public List<Answer> measure(Lab lab) throws IOException, InterruptedException {
        PackagedFunction function = new PackagedFunction(lab.root().resolve("lambdas/ingest/target/function"));
        if (!function.exists()) {
            String reason = "there is no " + function.folder();
            return List.of(SIZE.notRun(reason), INIT.notRun(reason));
        }
        lab.progress().accept("zipping the package");
        Answer size = SIZE.answer(function.zipBytes() / BYTES_A_MEGABYTE, "without SnapStart's snapshot", Map.of());
        return List.of(size, init(function, lab));
    }

    private static Answer init(PackagedFunction function, Lab lab) throws IOException, InterruptedException {
        OneCore core = OneCore.find();
        FreshProcess process = new FreshProcess(core, function);
        process.start();
        List<Double> cpu = new ArrayList<>();
        List<Double> wall = new ArrayList<>();
        for (int turn = 1; turn <= lab.effort().turns(); turn++) {
            lab.progress().accept("start " + turn + " of " + lab.effort().turns());
            FreshProcess.Start start = process.start();
            cpu.add(start.cpuNanos() / NANOS_A_MILLISECOND);
            wall.add(start.wallNanos() / NANOS_A_MILLISECOND);
        }
        Samples ofCpu = new Samples(cpu);
        Samples ofWall = new Samples(wall);
        String note = String.format(
                Locale.ROOT, "JVM included; %.0f ms by the clock; %s", ofWall.median(), core.description());
        return INIT.answer(ofCpu.median(), note, Map.of("init, ms of CPU", ofCpu, "init, ms by the clock", ofWall));
    }
}
