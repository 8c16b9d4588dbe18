package io.millrace.bench.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.ingest.MemoryDoor;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the function in a process of its own, as often as is asked. */
final class FreshProcess {
    /** As Lambda starts its Java runtimes: the first compiler alone, the serial collector, shared class data. */
    private static final List<String> AS_LAMBDA =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx870m");

    private final ProcessBuilder builder;

    /** What one start took, from the start of the process until the handler stood. */
    record Start(long cpuNanos, long wallNanos) {}

    FreshProcess(OneCore core, PackagedFunction function) {
        List<String> command = new ArrayList<>(core.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(AS_LAMBDA);
        command.addAll(
                List.of("-cp", function.classPath() + File.pathSeparator + ownCode(), ColdStart.class.getName()));
        builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(MemoryDoor.ENVIRONMENT);
        builder.environment().put("AWS_REGION", "us-east-1");
        builder.environment().put("AWS_ACCESS_KEY_ID", "none");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "none");
    }

    Start start() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        long wall = System.nanoTime() - begun;
        if (process.waitFor() != 0 || !said.matches("\\d+ class .*\\R")) {
            throw new IOException("Cannot start the ingest function: " + said);
        }
        return new Start(Long.parseLong(said.substring(0, said.indexOf(' '))), wall);
    }

    private static Path ownCode() {
        try {
            return Path.of(ColdStart.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot find the benchmarks' own code", e);
        }
    }
}
