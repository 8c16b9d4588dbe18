package io.millrace.local.gateway.glue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a job's process.
 *
 * @param jvm the command up to the class's name
 * @param logs a folder where the log of a job's newest run is {@code job-NAME.log}
 */
public record JobLauncher(List<String> jvm, Path logs) {
    private static final String CLASS = "--class";

    /**
     * Of the jobs as they are built.
     *
     * @param jobs the folder {@code glue-jobs}
     * @param scratch a folder for what Spark spills
     */
    public static JobLauncher ofBuilt(Path jobs, Path scratch, Path logs) {
        Path app = jobs.resolve("target").resolve("app");
        return new JobLauncher(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + jobs.resolve("jvm.options"),
                        "-Dspark.local.dir=" + scratch,
                        "-Dspark.sql.warehouse.dir=" + scratch,
                        "-cp",
                        app.resolve("millrace-glue-jobs.jar") + File.pathSeparator + app.resolve("spark") + "/*"),
                logs);
    }

    /**
     * Starts a process that says everything into one file.
     *
     * @param name of the job without its environment
     * @param arguments with {@code --class}
     * @throws GlueException if the job names no class
     */
    Process start(String name, Map<String, String> arguments, Path log) throws IOException, GlueException {
        String className = arguments.get(CLASS);
        if (className == null) {
            throw GlueException.invalid("Job " + name + " has no argument --class: only jobs of a jar run here");
        }
        List<String> command = new ArrayList<>(jvm);
        command.add(className);
        arguments.forEach((key, value) -> {
            command.add(key);
            command.add(value);
        });
        Files.createDirectories(logs);
        Files.deleteIfExists(log);
        Files.createFile(log);
        Path newest = logs.resolve("job-" + name + ".log");
        Files.deleteIfExists(newest);
        Files.createLink(newest, log);
        return new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
