package io.millrace.local.gateway.athena;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.millrace.local.gateway.result.CsvReader;
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

    /** Writes the CSV of a SELECT, or the tab-separated text of a SHOW, to the query's output location. */
    void publish(QueryExecution query) throws IOException, InterruptedException {
        Submission submission = query.submission();
        if (submission.statement().type() == StatementType.DML) {
            put(submission.outputLocation(), query.spool(), "application/octet-stream");
            return;
        }
        Path text = Files.createTempFile(query.spool().getParent(), "text-", ".txt");
        try {
            writeText(query.spool(), text);
            put(submission.outputLocation(), text, "text/plain");
        } finally {
            Files.delete(text);
        }
    }

    /** Writes the list of files that a query made, for a query that has one. */
    void publishManifest(QueryExecution query, DataManifest manifest) throws IOException, InterruptedException {
        String location = query.submission().manifestLocation();
        if (location == null) {
            return;
        }
        Path file = Files.createTempFile(query.spool().getParent(), "manifest-", ".csv");
        try {
            Files.writeString(file, manifest.text());
            put(location, file, "application/octet-stream");
        } finally {
            Files.delete(file);
        }
    }

    private void put(String location, Path file, String contentType) throws IOException, InterruptedException {
        String path = location.substring("s3://".length());
        int slash = path.indexOf('/');
        store.put(path.substring(0, slash), path.substring(slash + 1), file, contentType);
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
