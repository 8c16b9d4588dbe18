package io.millrace.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        description = {
            "Measure what an event costs, and hold it against the targets.",
            "Figures are CPU time per event, or ratios of things run in turns, so that",
            "other work on the machine does little to them. Prints a table, and writes a",
            "report with every sample and the machine's facts. A missed target is a",
            "result, not a failure. Needs no platform."
        },
        footer = {
            "",
            "Examples:",
            "  millrace bench                      # ten minutes at most, on two cores",
            "  millrace bench --only P3,P4 --json door.json",
            "  millrace bench --full --check       # exit code 1 if a target is missed",
            "  millrace bench --data events.ndjson --dataset app_events",
            "  millrace bench --kernels            # ns and bytes an event of each step",
            "What is measured, and how: docs/concepts/performance.md"
        })
final class BenchCommand extends Subcommand {

    private static final String APP = "benchmarks/target/app/lib";

    @Option(names = "--quick", description = "Short runs, ten minutes at most. This is the default.")
    private boolean quick;

    @Option(names = "--full", description = "Longer runs, and what takes longer altogether.")
    private boolean full;

    @Option(names = "--kernels", description = "The steps of the hot path one by one, in place of the targets.")
    private boolean kernels;

    @Option(names = "--only", split = ",", paramLabel = "ID", description = "Only these targets, as P3,P4.")
    private List<String> only = List.of();

    @Option(names = "--seed", defaultValue = "1", description = "Of the events. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--data",
            paramLabel = "FILE_OR_DIR",
            description = "Measure P1 to P4 with these events, NDJSON, also gzip, in place of generated ones.")
    private @Nullable Path data;

    @Option(names = "--dataset", paramLabel = "NAME", description = "The dataset that --data is events of.")
    private @Nullable String dataset;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Where the report goes. Default: report.json or kernels.json in benchmarks/target/bench.")
    private @Nullable Path json;

    @Option(names = "--check", description = "Exit code 1 if a target is missed.")
    private boolean check;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (quick && full) {
            throw new IllegalArgumentException("Cannot run --quick and --full at once: name one");
        }
        // A JVM of its own: it has the functions' libraries, and the compiler that a short command goes without.
        return new ProcessBuilder(process(Checkout.root())).inheritIO().start().waitFor();
    }

    private List<String> process(Path root) {
        List<String> process = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                // The JDK's server waits for the acknowledgement of each answer's first part otherwise, 40 ms.
                "-Dsun.net.httpserver.nodelay=true",
                "-Dmillrace.root=" + root,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                root.resolve(APP) + File.separator + "*",
                "io.millrace.bench.Bench",
                "seed=" + seed));
        if (full) {
            process.add("full");
        }
        if (check) {
            process.add("check");
        }
        if (!only.isEmpty()) {
            process.add("only=" + String.join(",", only));
        }
        if (kernels) {
            process.add("kernels");
        }
        if (data != null) {
            process.add("data=" + data.toAbsolutePath());
        }
        if (dataset != null) {
            process.add("dataset=" + dataset);
        }
        if (json != null) {
            process.add("json=" + json.toAbsolutePath());
        }
        return process;
    }
}
