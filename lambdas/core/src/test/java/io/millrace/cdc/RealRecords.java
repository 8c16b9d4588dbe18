package io.millrace.cdc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Records that Debezium wrote; see the README beside them. */
final class RealRecords {
    private RealRecords() {}

    static List<String> withSchema() {
        return lines("debezium-pg-3.3.1-with-schema.jsonl.gz");
    }

    static List<String> withoutSchema() {
        return lines("debezium-pg-3.3.1-no-schema.jsonl.gz");
    }

    private static List<String> lines(String file) {
        try (InputStream bytes = Objects.requireNonNull(RealRecords.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(bytes), UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
