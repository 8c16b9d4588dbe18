package io.millrace.local.gateway.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a spooled result.
 *
 * @param next where the next page starts; -1 when this is the last
 */
public record ResultPage(List<List<@Nullable String>> rows, long next) {
    public ResultPage {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a page.
     *
     * @param offset 0 or the previous page's {@code next}
     */
    public static ResultPage read(Path spool, long offset, int maxRows) throws IOException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (CsvReader reader = new CsvReader(spool, offset)) {
            while (rows.size() < maxRows) {
                List<@Nullable String> row = reader.read();
                if (row == null) {
                    return new ResultPage(rows, -1);
                }
                rows.add(row);
            }
            long next = reader.offset();
            return new ResultPage(rows, reader.read() == null ? -1 : next);
        }
    }
}
