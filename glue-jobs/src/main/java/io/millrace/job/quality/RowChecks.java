package io.millrace.job.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.millrace.contract.ColumnRules;
import io.millrace.contract.FieldRule;
import io.millrace.contract.Severity;
import io.millrace.contract.TableRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructType;

/** The rules of a contract as checks of the rows of its table. */
final class RowChecks {
    private static final String RECEIVED = "_received_at";
    private static final String INGESTED = "_ingested_at";
    /** Rows of which freshness is asked: received this long before now. */
    private static final Duration RECENT = Duration.ofDays(1);

    private static final Duration DIMENSIONS_COME_WITHIN = Duration.ofDays(1);
    /** One row in a hundred may be late, as it may be wrong. */
    private static final double LATE_TOLERATED = 0.01;

    private final TableRules rules;
    private final StructType schema;
    private final Column now;
    private final List<RowCheck> checks = new ArrayList<>();

    private RowChecks(TableRules rules, StructType schema, Instant now) {
        this.rules = rules;
        this.schema = schema;
        this.now = lit(now);
    }

    /**
     * The checks, in the contract's order.
     *
     * @param schema of the version that is checked; a column that it lacks is wrong in every row, if rows need it
     * @param found name of a column that is true where a column's reference was found, by the column's name
     */
    static List<RowCheck> of(TableRules rules, StructType schema, Instant now, Function<String, String> found) {
        RowChecks checks = new RowChecks(rules, schema, now);
        for (ColumnRules column : rules.columns()) {
            checks.column(column, found);
        }
        rules.requireOneOf().forEach(checks::oneOf);
        checks.freshness();
        return checks.checks;
    }

    private void column(ColumnRules column, Function<String, String> found) {
        String name = column.name();
        if (!has(name)) {
            if (column.required()) {
                checks.add(RowCheck.of(name, "present", Dimension.COMPLETENESS, Severity.QUARANTINE, lit(true)));
            }
            return;
        }
        Column value = col(quoted(name));
        if (column.required()) {
            checks.add(RowCheck.of(name, "required", Dimension.COMPLETENESS, Severity.QUARANTINE, value.isNull()));
        }
        BigDecimal percent = column.maxNullPercent();
        if (percent != null) {
            checks.add(new RowCheck(
                    name,
                    "completeness",
                    Dimension.COMPLETENESS,
                    Severity.QUARANTINE,
                    lit(true),
                    value.isNull(),
                    false,
                    percent.movePointLeft(2).doubleValue()));
        }
        ValueRules values = new ValueRules(has(RECEIVED) ? col(RECEIVED) : now);
        for (FieldRule rule : column.rules()) {
            Dimension dimension = rule instanceof FieldRule.Present ? Dimension.COMPLETENESS : Dimension.ACCURACY;
            checks.add(RowCheck.of(
                    name,
                    ValueRules.name(rule),
                    dimension,
                    rule.severity(),
                    values.broken(rule, value, schema.apply(name).dataType())));
        }
        if (column.reference() != null) {
            checks.add(new RowCheck(
                    name,
                    "reference",
                    Dimension.CONSISTENCY,
                    Severity.WARN,
                    // A dimension may come later than its facts, and is no reason to hold them back.
                    has(RECEIVED) ? age().gt(micros(DIMENSIONS_COME_WITHIN)) : lit(true),
                    value.isNotNull().and(col(found.apply(name)).isNull()),
                    false,
                    1));
        }
    }

    private void oneOf(List<String> group) {
        Column none = group.stream()
                .filter(this::has)
                .map(name -> col(quoted(name)).isNull())
                .reduce(lit(true), Column::and);
        checks.add(RowCheck.of(
                String.join(",", group), "require_one_of", Dimension.COMPLETENESS, Severity.QUARANTINE, none));
    }

    private void freshness() {
        if (has(RECEIVED) && has(INGESTED)) {
            checks.add(new RowCheck(
                    "",
                    "freshness",
                    Dimension.TIMELINESS,
                    Severity.QUARANTINE,
                    age().leq(micros(RECENT)),
                    micros(col(INGESTED)).minus(micros(col(RECEIVED))).gt(micros(rules.freshness())),
                    false,
                    LATE_TOLERATED));
        }
    }

    /** Of a row that came in, in microseconds. */
    private Column age() {
        return micros(now).minus(micros(col(RECEIVED)));
    }

    private boolean has(String column) {
        return List.of(schema.fieldNames()).contains(column);
    }

    private static Column micros(Column time) {
        return unix_micros(time);
    }

    private static long micros(Duration time) {
        return TimeUnit.NANOSECONDS.toMicros(time.toNanos());
    }

    static String quoted(String column) {
        return "`" + column + "`";
    }
}
