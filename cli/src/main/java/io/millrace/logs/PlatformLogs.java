package io.millrace.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The logs in one folder, by the names of the parts that write them. */
public final class PlatformLogs implements AutoCloseable {

    private static final String ENDING = ".log";
    private static final long PAUSE_MILLIS = 200;

    private final Map<String, LogFile> files = new LinkedHashMap<>();
    private final int widest;

    /**
     * Opens logs.
     *
     * @param names parts, and steps such as {@code build} and {@code deploy}
     * @throws IllegalArgumentException if one has no log, naming those that have
     */
    public PlatformLogs(Path folder, List<String> names) throws IOException {
        List<String> known = names(folder);
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("Cannot show the log of " + name + ": there are "
                        + (known.isEmpty() ? "none yet, the platform was never started" : String.join(", ", known)));
            }
            files.put(name, new LogFile(folder.resolve(name + ENDING)));
        }
        widest = names.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Which logs there are. */
    public static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /** The last lines of each, one log after the other. */
    public void last(int lines, Consumer<String> to) throws IOException {
        for (Map.Entry<String, LogFile> each : files.entrySet()) {
            tell(each.getKey(), each.getValue().last(lines), to);
        }
    }

    /** Lines as they are written, until {@code enough}. */
    public void follow(BooleanSupplier enough, Consumer<String> to) throws IOException, InterruptedException {
        while (!enough.getAsBoolean()) {
            boolean quiet = true;
            for (Map.Entry<String, LogFile> each : files.entrySet()) {
                List<String> lines = each.getValue().more();
                quiet &= lines.isEmpty();
                tell(each.getKey(), lines, to);
            }
            if (quiet) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** The name stands before each line, unless there is but one log. */
    private void tell(String name, List<String> lines, Consumer<String> to) {
        String start = files.size() == 1 ? "" : name + " ".repeat(widest - name.length()) + " | ";
        lines.forEach(line -> to.accept(start + line));
    }

    @Override
    public void close() throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (LogFile file : files.values()) {
            try {
                file.close();
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
