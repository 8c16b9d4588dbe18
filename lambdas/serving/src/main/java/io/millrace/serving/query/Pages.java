package io.millrace.serving.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.serving.http.RefusalException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a page of a result into an answer: as many rows as the engine gives at once and an answer can carry. */
final class Pages {
    /** Most that the engine gives; the names of the columns count as a row of the first page. */
    private static final int ROWS = 999;

    /** A function's answer ends at 6 MB, with its JSON in JSON: quotes and escapes take up to half of it. */
    private static final int MAX_BYTES = 2_500_000;

    private final Engine engine;

    Pages(Engine engine) {
        this.engine = engine;
    }

    /** Writes columns, rows, their count, whether there are more, and the token of the next page where there is one. */
    void write(PageToken from, int rowsLeft, ObjectNode answer) throws EngineException, RefusalException {
        RowPage page = fitting(from, Math.min(ROWS, rowsLeft));
        ArrayNode columns = answer.putArray("columns");
        page.columns()
                .forEach(
                        column -> columns.addObject().put("name", column.name()).put("type", column.type()));
        ArrayNode rows = answer.putArray("rows");
        for (List<@Nullable String> row : page.rows()) {
            ArrayNode cells = rows.addArray();
            for (int i = 0; i < page.columns().size(); i++) {
                cells.add(JsonValue.of(page.columns().get(i).type(), row.get(i)));
            }
        }
        answer.put("count", rows.size());
        int left = rowsLeft - rows.size();
        String token = page.next();
        answer.put("truncated", token != null && left == 0 && more(from.queryId(), token));
        if (token != null && left > 0) {
            answer.put("next_token", new PageToken(from.queryId(), token, left).text());
        }
    }

    private RowPage fitting(PageToken from, int rows) throws EngineException, RefusalException {
        String token = from.engineToken().isEmpty() ? null : from.engineToken();
        RowPage page = engine.page(from.queryId(), token, rows);
        long bytes = bytes(page);
        if (bytes <= MAX_BYTES) {
            return page;
        }
        if (rows == 1) {
            throw new RefusalException(
                    400, "row_too_large", "Cannot give a row of more than " + MAX_BYTES + " bytes: name fewer columns");
        }
        return fitting(from, (int) Math.max(1, Math.min(rows / 2, (long) rows * MAX_BYTES / bytes)));
    }

    private static long bytes(RowPage page) {
        long bytes = 0;
        for (List<@Nullable String> row : page.rows()) {
            for (String value : row) {
                bytes += value == null ? 5 : value.getBytes(StandardCharsets.UTF_8).length + 6;
            }
        }
        return bytes;
    }

    private boolean more(String id, String token) throws EngineException {
        return !engine.page(id, token, 1).rows().isEmpty();
    }
}
