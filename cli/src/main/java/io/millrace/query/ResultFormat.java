package io.millrace.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.query.ResultTable.ResultColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** The forms in which a result is printed; each ends with a line end. */
public enum ResultFormat {
    /** Aligned columns for a person; NULL is empty. */
    TABLE {
        @Override
        public String print(ResultTable table) {
            return TextTable.of(table);
        }
    },
    /** RFC 4180 with a header; NULL is an empty cell, an empty text is quoted. */
    CSV {
        @Override
        public String print(ResultTable table) {
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setRecordSeparator('\n')
                    .setQuoteMode(QuoteMode.MINIMAL)
                    .get();
            StringBuilder out = new StringBuilder();
            try {
                format.printRecord(
                        out, table.columns().stream().map(ResultColumn::name).toArray());
                for (List<@Nullable String> row : table.rows()) {
                    format.printRecord(out, row.toArray());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write CSV to memory", e);
            }
            return out.toString();
        }
    },
    /** An array with an object for each row; numbers and booleans as JSON has them. */
    JSON {
        @Override
        public String print(ResultTable table) {
            return table.rows().stream()
                    .map(row -> object(table.columns(), row))
                    .collect(Collectors.joining(",\n ", "[", "]\n"));
        }
    };

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The result as text. */
    public abstract String print(ResultTable table);

    private static String object(List<ResultColumn> columns, List<@Nullable String> row) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < columns.size(); i++) {
            put(object, columns.get(i), row.get(i));
        }
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write JSON to memory", e);
        }
    }

    private static void put(ObjectNode object, ResultColumn column, @Nullable String value) {
        // NaN and Infinity are numbers to Athena and not to JSON.
        boolean number = value != null && column.isNumber() && value.matches("-?[0-9.]+([eE][+-]?[0-9]+)?");
        if (number) {
            object.put(column.name(), new BigDecimal(value));
        } else if (value != null && column.type().equals("boolean")) {
            object.put(column.name(), Boolean.parseBoolean(value));
        } else {
            object.put(column.name(), value);
        }
    }
}
