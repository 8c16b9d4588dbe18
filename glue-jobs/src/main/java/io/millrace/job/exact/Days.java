package io.millrace.job.exact;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Column;

/**
 * Days of event time that one pass looks at together, as stretches without a gap.
 *
 * @param stretches from the first day on, up to but not the last; none for nothing, null-free
 */
record Days(List<Stretch> stretches) {
    /** From a day on, until a later one. */
    record Stretch(LocalDate from, LocalDate until) {}

    Days {
        stretches = List.copyOf(stretches);
    }

    /** These days and their neighbours: a copy whose time was set right by the sender's clock may be a day off. */
    static Days around(Collection<LocalDate> days) {
        TreeSet<LocalDate> all = new TreeSet<>();
        for (LocalDate day : days) {
            all.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
        }
        List<Stretch> stretches = new ArrayList<>();
        LocalDate from = null;
        LocalDate last = null;
        for (LocalDate day : all) {
            if (from == null || last == null || !last.plusDays(1).equals(day)) {
                if (from != null && last != null) {
                    stretches.add(new Stretch(from, last.plusDays(1)));
                }
                from = day;
            }
            last = day;
        }
        if (from != null && last != null) {
            stretches.add(new Stretch(from, last.plusDays(1)));
        }
        return new Days(stretches);
    }

    /** Whether a row is of one of the days. */
    Column of(String timeColumn) {
        Column any = lit(false);
        for (Stretch stretch : stretches) {
            any = any.or(col(timeColumn)
                    .geq(lit(start(stretch.from())))
                    .and(col(timeColumn).lt(lit(start(stretch.until())))));
        }
        return any;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
