package io.millrace.simulate.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A CSV file (RFC 4180, UTF-8, lines end with LF) with a header. */
final class CsvFile implements AutoCloseable {

    private final CSVPrinter printer;
    private int rows;

    CsvFile(Path file, String... columns) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator("\n")
                .setHeader(columns)
                .get();
        printer = new CSVPrinter(Files.newBufferedWriter(file), format);
    }

    void row(Object... cells) throws IOException {
        printer.printRecord(cells);
        rows++;
    }

    int rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
