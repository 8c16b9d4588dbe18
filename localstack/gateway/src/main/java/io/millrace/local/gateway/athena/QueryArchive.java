package io.millrace.local.gateway.athena;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.gateway.statement.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The queries in a folder, which a restart reads back: {@code <id>.json} with the rows beside it in {@code <id>.csv}. */
final class QueryArchive {
    private static final Logger LOG = Logger.getLogger(QueryArchive.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORD = ".json";

    private final Path folder;

    QueryArchive(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Where a query's rows are. */
    Path rows(String id) {
        return folder.resolve(id + ".csv");
    }

    /** Writes a query as it is at a point of its progress; whole or not at all, and a restart forgets it then. */
    void keep(QueryExecution query, Progress progress) {
        try {
            Path unfinished = Files.createTempFile(folder, "query", "");
            JSON.writeValue(unfinished.toFile(), KeptQuery.of(query, progress));
            Files.move(unfinished, record(query.submission().id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // The query itself is not worse for it: a full disk shows where its rows are written.
            LOG.log(Level.WARNING, "Cannot keep query " + query.submission().id() + " for the next start", e);
        }
    }

    void forget(QueryExecution query) throws IOException {
        Files.deleteIfExists(record(query.submission().id()));
        Files.deleteIfExists(query.spool());
    }

    /** The queries of earlier processes, the oldest first; what cannot be read any more is deleted. */
    List<QueryExecution> read() throws IOException {
        List<QueryExecution> queries = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(RECORD)) {
                String id = name.substring(0, name.length() - RECORD.length());
                try {
                    queries.add(JSON.readValue(file.toFile(), KeptQuery.class).query(rows(id)));
                } catch (IOException | SyntaxException e) {
                    LOG.log(Level.WARNING, "Cannot read query " + file + ", it is forgotten: " + e.getMessage());
                    Files.delete(file);
                    Files.deleteIfExists(rows(id));
                }
            } else if (!files.contains(folder.resolve(name.replaceFirst("\\.csv$", RECORD)))) {
                Files.delete(file);
            }
        }
        queries.sort(Comparator.comparing(query -> query.submission().at()));
        return queries;
    }

    private Path record(String id) {
        return folder.resolve(id + RECORD);
    }
}
