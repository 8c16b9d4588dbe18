package io.millrace.simulate.files;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** A shop's products as a broken export hands them over: every tenth without its category. */
public record HoledProducts(Path whole) {
    private static final int EVERY = 10;
    private static final String CATEGORY = "category";

    /** Writes them, over an earlier file. */
    public void write(Path file) throws IOException {
        CSVFormat header = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(whole);
                CSVParser rows = CSVParser.parse(reader, header);
                Writer writer = Files.newBufferedWriter(file);
                CSVPrinter holed = new CSVPrinter(writer, CSVFormat.DEFAULT)) {
            holed.printRecord(rows.getHeaderNames());
            int column = rows.getHeaderNames().indexOf(CATEGORY);
            for (CSVRecord row : rows) {
                Object[] cells = row.values();
                if (row.getRecordNumber() % EVERY == 0) {
                    cells[column] = "";
                }
                holed.printRecord(cells);
            }
        }
    }
}
