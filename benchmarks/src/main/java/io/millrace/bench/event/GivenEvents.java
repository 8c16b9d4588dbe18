package io.millrace.bench.event;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Events that somebody else wrote: NDJSON, plain or gzip. */
public final class GivenEvents {
    /** A batch of the writer; with fewer, a turn is too short for the process's clock, which goes in steps of 10 ms. */
    public static final int FEWEST = 5_000;

    private static final Pattern FILE_OF_EVENTS = Pattern.compile(".*\\.(ndjson|jsonl)(\\.gz)?");
    private static final int GZIP_MAGIC = 0x1f8b;

    private GivenEvents() {}

    /**
     * Reads events, each line as it is; blank lines are none.
     *
     * @param from a file, or a folder whose {@code .ndjson} and {@code .jsonl} files are read in the order of their names
     * @param dataset that they are all of
     * @param most events; what comes later is left out
     * @throws IllegalArgumentException if no stream takes the dataset, or there are too few events
     */
    public static EventSet read(Path from, String dataset, int most) throws IOException {
        List<String> known = Contracts.bundled().streamed().stream()
                .map(Contract::dataset)
                .sorted()
                .toList();
        if (!known.contains(dataset)) {
            throw new IllegalArgumentException(
                    "Cannot measure with events of '" + dataset + "': streams take " + String.join(", ", known));
        }
        List<byte[]> events = new ArrayList<>();
        for (Path file : files(from)) {
            read(file, most, events);
        }
        if (events.size() < FEWEST) {
            throw new IllegalArgumentException("Cannot measure with " + from + ": it has " + events.size()
                    + " events, and a turn takes " + FEWEST + " at least");
        }
        return new EventSet(from.getFileName().toString(), dataset, events);
    }

    private static List<Path> files(Path from) throws IOException {
        if (!Files.exists(from)) {
            throw new IllegalArgumentException("Cannot measure with " + from + ": it does not exist");
        }
        if (!Files.isDirectory(from)) {
            return List.of(from);
        }
        try (Stream<Path> files = Files.list(from)) {
            return files.filter(file -> FILE_OF_EVENTS
                            .matcher(file.getFileName().toString())
                            .matches())
                    .sorted()
                    .toList();
        }
    }

    private static void read(Path file, int most, List<byte[]> into) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(unpacked(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && into.size() < most; line = lines.readLine()) {
                if (!line.isBlank()) {
                    into.add(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(2);
        int magic = bytes.read() << 8 | bytes.read();
        bytes.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(bytes) : bytes;
    }
}
