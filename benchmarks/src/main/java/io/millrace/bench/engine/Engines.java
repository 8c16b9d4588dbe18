package io.millrace.bench.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts the engines that the lake-writer is compared with. */
public final class Engines {
    /** The dataset whose silver columns their work is written for. */
    public static final String DATASET = "app_events";

    private Engines() {}

    /**
     * Spark 3.5 with one local thread, from the jars that the Glue jobs run with on this machine.
     *
     * @param events a file of events, one a line
     * @param count of its lines
     * @param folder for what it writes
     * @throws NotHereException if it was not built
     */
    public static EngineProcess spark(Path root, Path events, long count, Path folder)
            throws IOException, NotHereException {
        Path jars = root.resolve("glue-jobs/target/app/spark");
        Path work = root.resolve("benchmarks/spark/target/classes");
        if (!Files.isDirectory(jars) || !Files.isDirectory(work)) {
            throw new NotHereException("Spark is not built: " + jars + " or " + work + " is missing");
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + root.resolve("glue-jobs/jvm.options"),
                // The jobs are short and compile quickly; here the code is to become as fast as it can.
                "-XX:TieredStopAtLevel=4",
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "-cp",
                work + File.pathSeparator + jars + File.separator + "*",
                "io.millrace.bench.spark.SparkWork",
                events.toString(),
                folder.resolve("spark").toString());
        return EngineProcess.start("Spark", command, count, folder.resolve("spark.log"));
    }

    /**
     * DuckDB with one thread, from its Python package.
     *
     * @throws NotHereException if there is no Python, or the package cannot be had
     */
    public static EngineProcess duckDb(Path root, Path events, long count, Path folder)
            throws IOException, InterruptedException, NotHereException {
        Path sources = root.resolve("benchmarks/duckdb");
        Path python = new PythonVenv(root.resolve("benchmarks/target/duckdb-venv"), sources.resolve("requirements.txt"))
                .python();
        List<String> command = List.of(
                python.toString(),
                sources.resolve("work.py").toString(),
                events.toString(),
                Files.createDirectories(folder.resolve("duckdb")).toString());
        return EngineProcess.start("DuckDB", command, count, folder.resolve("duckdb.log"));
    }
}
