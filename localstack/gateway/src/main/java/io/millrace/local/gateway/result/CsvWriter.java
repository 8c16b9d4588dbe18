package io.millrace.local.gateway.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result as Athena writes it: every value in double quotes, null as nothing, lines ended by LF. */
public final class CsvWriter implements Closeable {
    private final BufferedWriter out;
    private long rows;

    public CsvWriter(Path file) throws IOException {
        this.out = Files.newBufferedWriter(file, UTF_8);
    }

    public void write(List<@Nullable String> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            String value = values.get(i);
            if (value != null) {
                out.write('"');
                out.write(value.indexOf('"') < 0 ? value : value.replace("\"", "\"\""));
                out.write('"');
            }
        }
        out.write('\n');
        rows++;
    }

    /** Lines written, a header line among them. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
