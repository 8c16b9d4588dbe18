package io.millrace.query;

import io.millrace.query.ResultTable.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays a result out in columns, numbers to the right. */
public final class TextTable {

    private TextTable() {}

    /** The table with a header and a rule under it; nothing for a statement without columns. */
    public static String of(ResultTable table) {
        List<ResultColumn> columns = table.columns();
        if (columns.isEmpty()) {
            return "";
        }
        int[] widths = widths(table);
        StringBuilder out = new StringBuilder();
        line(out, columns, columns.stream().map(ResultColumn::name).toList(), widths);
        List<String> rules = new ArrayList<>();
        for (int width : widths) {
            rules.add("-".repeat(width));
        }
        line(out, columns, rules, widths);
        table.rows().forEach(row -> line(out, columns, row, widths));
        return out.toString();
    }

    private static int[] widths(ResultTable table) {
        int[] widths = table.columns().stream()
                .mapToInt(column -> column.name().length())
                .toArray();
        for (List<@Nullable String> row : table.rows()) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], text(row.get(i)).length());
            }
        }
        return widths;
    }

    private static void line(
            StringBuilder out, List<ResultColumn> columns, List<? extends @Nullable String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = text(cells.get(i));
            String space = " ".repeat(widths[i] - cell.length());
            line.append(i == 0 ? "" : "  ");
            line.append(columns.get(i).isNumber() ? space + cell : cell + space);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.replace("\n", "\\n").replace("\t", "\\t");
    }
}
