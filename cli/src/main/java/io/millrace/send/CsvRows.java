package io.millrace.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Comma-separated values (RFC 4180) under a header line. */
final class CsvRows implements Rows {

    private final RecordBytes records;
    private final List<String> header;
    private long number;

    private CsvRows(RecordBytes records, List<String> header) {
        this.records = records;
        this.header = header;
    }

    static CsvRows withHeader(RecordBytes records) throws IOException {
        byte[] first = records.next();
        return new CsvRows(records, first == null ? List.of() : cells(0, first));
    }

    @Override
    public @Nullable Row next() throws IOException {
        byte[] raw = records.next();
        if (raw == null) {
            return null;
        }
        number++;
        List<String> cells = cells(number, raw);
        if (cells.size() != header.size()) {
            throw new RowException(number, "it has " + cells.size() + " cells, the header " + header.size());
        }
        Map<String, JsonNode> columns = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            columns.put(header.get(i), cell.isEmpty() ? NullNode.instance : TextNode.valueOf(cell));
        }
        return new Row(number, raw, columns);
    }

    private static List<String> cells(long row, byte[] raw) throws IOException {
        try (CSVParser parser = CSVParser.parse(RecordBytes.text(row, raw), CSVFormat.RFC4180)) {
            List<CSVRecord> parsed = parser.getRecords();
            if (parsed.size() != 1) {
                throw new RowException(row, "it is " + parsed.size() + " CSV records");
            }
            return parsed.get(0).toList();
        } catch (IOException | IllegalStateException | UncheckedIOException e) {
            throw new RowException(row, "it is not CSV: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
