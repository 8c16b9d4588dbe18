package io.millrace.local.gateway.glue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The runs in a folder, which a restart reads back: {@code <id>.json} with its output beside it in {@code <id>.log}. */
final class RunArchive {
    private static final Logger LOG = Logger.getLogger(RunArchive.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORD = ".json";

    private final Path folder;

    RunArchive(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** What the run's process says. */
    Path log(String id) {
        return folder.resolve(id + ".log");
    }

    /** Writes a run as it is now, whole or not at all. */
    void keep(JobRun run) {
        try {
            Path unfinished = Files.createTempFile(folder, "run", "");
            JSON.writeValue(unfinished.toFile(), run);
            Files.move(unfinished, folder.resolve(run.id() + RECORD), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep run " + run.id() + " in " + folder, e);
        }
    }

    void forget(JobRun run) {
        try {
            Files.deleteIfExists(folder.resolve(run.id() + RECORD));
            Files.deleteIfExists(log(run.id()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Cannot delete run " + run.id(), e);
        }
    }

    /** The runs of earlier processes, the oldest first; what cannot be read any more is left where it is. */
    List<JobRun> read() throws IOException {
        List<JobRun> runs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(RECORD))::iterator) {
                try {
                    runs.add(JSON.readValue(file.toFile(), JobRun.class));
                } catch (IOException e) {
                    LOG.log(Level.WARNING, "Cannot read run " + file, e);
                }
            }
        }
        runs.sort(Comparator.comparingLong(JobRun::startedMillis));
        return runs;
    }
}
