package io.millrace.job.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.types.Type;

/**
 * The column whose UTC day a table is partitioned by.
 *
 * @param time whether it holds times, else days
 */
record DayColumn(String name, boolean time) {

    /** Of a partition spec that has one day: a date itself, or the day of a time. */
    static Optional<DayColumn> of(PartitionSpec spec) {
        return field(spec)
                .map(field -> new DayColumn(
                        spec.schema().findColumnName(field.sourceId()),
                        spec.schema().findType(field.sourceId()).typeId() == Type.TypeID.TIMESTAMP));
    }

    /** The field of a partition that is the day. */
    static Optional<PartitionField> field(PartitionSpec spec) {
        return spec.fields().stream()
                .filter(field -> field.transform().toString().equals("day")
                        || (field.transform().isIdentity()
                                && spec.schema().findType(field.sourceId()).typeId() == Type.TypeID.DATE))
                .findFirst();
    }

    /** SQL for the day of a row. */
    String day() {
        return time ? "CAST(`" + name + "` AS DATE)" : "`" + name + "`";
    }

    /** SQL that holds for the rows of these days; on the bare column, so that other days' files are not opened. */
    String within(Days days) {
        if (days.all()) {
            return "true";
        }
        // Neighbours are one range.
        List<String> ranges = days.some().stream()
                .filter(day -> !days.some().contains(day.minusDays(1)))
                .map(first -> range(first, end(days, first)))
                .toList();
        return ranges.isEmpty() ? "false" : "(" + String.join(" OR ", ranges) + ")";
    }

    /** The first day after one that is not among some. */
    private static LocalDate end(Days days, LocalDate first) {
        LocalDate end = first;
        while (days.some().contains(end)) {
            end = end.plusDays(1);
        }
        return end;
    }

    private String range(LocalDate from, LocalDate until) {
        String literal = time ? "TIMESTAMP '%s 00:00:00'" : "DATE '%s'";
        return "`" + name + "` >= " + literal.formatted(from) + " AND `" + name + "` < " + literal.formatted(until);
    }
}
