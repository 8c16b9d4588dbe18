package io.millrace.job.landing;

import io.millrace.contract.Contract;
import io.millrace.job.landing.CsvLines.Line;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of one landed file under its header, each checked. */
final class CsvFile implements Iterator<CheckedRow>, Closeable {
    private final CsvLines lines;
    private final List<String> header;
    private final RowCheck check;
    private @Nullable Line next;

    CsvFile(LandedFile file, Contract contract, InputStream in, Instant ingestedAt) throws IOException {
        lines = new CsvLines(in);
        Line first = lines.next();
        List<String> names = first == null ? List.of() : cells(first.text());
        if (names == null) {
            throw new IOException("Cannot read " + file.location() + ": its header is not CSV");
        }
        header = names;
        check = new RowCheck(file, contract, header, ingestedAt);
        next = lines.next();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public CheckedRow next() {
        Line line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        List<String> cells = cells(line.text());
        try {
            next = lines.next();
            if (next == null) {
                lines.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read on after line " + line.line(), e);
        }
        return cells == null || cells.size() != header.size()
                ? check.unreadable(
                        line,
                        cells == null
                                ? "must be CSV"
                                : "must have " + header.size() + " cells as the header has, has " + cells.size())
                : check.row(line, cells);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static @Nullable List<String> cells(String text) {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0).toList() : null;
        } catch (IOException | IllegalStateException | UncheckedIOException e) {
            return null;
        }
    }
}
