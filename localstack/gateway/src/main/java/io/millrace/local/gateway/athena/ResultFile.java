package io.millrace.local.gateway.athena;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.local.gateway.result.CsvReader;
import io.millrace.local.gateway.result.ResultMetadata;
import io.millrace.local.gateway.statement.Outcome;
import io.millrace.local.gateway.statement.ResultKind;
import io.millrace.local.gateway.upstream.S3Location;
import io.millrace.local.gateway.upstream.Store;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a finished query's result file where the workgroup or the request wants it. */
final class ResultFile {
    private final Store store;

    ResultFile(Store store) {
        this.store = store;
    }

    /**
     * Writes what a query leaves: the CSV of a SELECT, the tab-separated text of a SHOW, the list of the files that were
     * made; and, when there are columns, what they are.
     */
    void publish(QueryExecution query, Outcome outcome) throws IOException, InterruptedException {
        Submission submission = query.submission();
        String location = submission.outputLocation();
        if (submission.statement().result() == ResultKind.ROWS) {
            put(location, query.spool(), "application/octet-stream");
        } else if (submission.statement().result().hasFile()) {
            Path text = Files.createTempFile("millrace-result", ".txt");
            try {
                writeText(query.spool(), text);
                put(location, text, "text/plain");
            } finally {
                Files.delete(text);
            }
        }
        String manifest = submission.manifestLocation();
        if (manifest != null) {
            put(
                    manifest,
                    outcome.files().stream()
                            .map(file -> file + "\n")
                            .collect(Collectors.joining())
                            .getBytes(UTF_8));
        }
        if (!query.columns().isEmpty()) {
            put(location + ".metadata", ResultMetadata.of(submission.id(), query.columns()));
        }
    }

    private void put(String location, byte[] content) throws IOException, InterruptedException {
        S3Location to = S3Location.of(location);
        store.put(to.bucket(), to.key(), content);
    }

    private void put(String location, Path file, String contentType) throws IOException, InterruptedException {
        S3Location to = S3Location.of(location);
        store.put(to.bucket(), to.key(), file, contentType);
    }

    private static void writeText(Path spool, Path text) throws IOException {
        try (CsvReader rows = new CsvReader(spool, 0);
                BufferedWriter out = Files.newBufferedWriter(text, UTF_8)) {
            for (List<@Nullable String> row = rows.read(); row != null; row = rows.read()) {
                out.write(row.stream().map(value -> value == null ? "" : value).collect(Collectors.joining("\t")));
                out.write('\n');
            }
        }
    }
}
