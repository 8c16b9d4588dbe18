package io.millrace.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Answers as lines of text, in columns. */
public final class Table {
    private static final List<String> HEAD = List.of("id", "what", "target", "measured", "verdict", "");
    private static final String GAP = "  ";

    private Table() {}

    public static List<String> of(List<Answer> answers) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (Answer answer : answers) {
            Question question = answer.question();
            rows.add(List.of(
                    question.id(),
                    question.what(),
                    question.bar().text(),
                    answer.figure(),
                    answer.verdict().text(),
                    answer.note()));
        }
        return rows.stream().map(row -> line(row, rows)).toList();
    }

    private static String line(List<String> row, List<List<String>> all) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width =
                    all.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
            String cell = row.get(column);
            boolean right = column == 2 || column == 3;
            String room = " ".repeat(width - cell.length());
            line.append(right ? room + cell : cell + room).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
