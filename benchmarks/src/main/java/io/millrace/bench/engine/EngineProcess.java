package io.millrace.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.bench.measure.Metered;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Another engine that waits for its turn: it reads a line, does its work once, and prints {@code took N}, the
 * nanoseconds of CPU time that its whole process used meanwhile.
 */
public final class EngineProcess implements Metered, AutoCloseable {
    private static final String TOOK = "took ";

    private final String name;
    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;
    private final Path log;
    private final long events;

    private EngineProcess(String name, Process process, Path log, long events) {
        this.name = name;
        this.process = process;
        this.in = process.outputWriter(UTF_8);
        this.out = process.inputReader(UTF_8);
        this.log = log;
        this.events = events;
    }

    /**
     * Starts it.
     *
     * @param events that it works on at each turn
     * @param log what it says besides, for who wants to know why it ended
     */
    static EngineProcess start(String name, List<String> command, long events, Path log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        return new EngineProcess(name, process, log, events);
    }

    @Override
    public Reading once() throws IOException {
        in.write("go\n");
        in.flush();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(TOOK)) {
                long nanos = Long.parseLong(line.substring(TOOK.length()));
                return new Reading(events, nanos, nanos);
            }
        }
        throw new IOException("Cannot let " + name + " work: it ended, and " + log + " says why");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
