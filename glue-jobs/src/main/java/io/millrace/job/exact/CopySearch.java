package io.millrace.job.exact;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_micros;

import io.millrace.contract.Contract;
import io.millrace.dedup.Copies;
import io.millrace.dedup.Fingerprint;
import io.millrace.dedup.SilverRow;
import io.millrace.dedup.SourcePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows to take out of a silver table. Only rows of events that are there more than once leave Spark.
 *
 * @param receivedSince looks at the days of events of which a row was received since then; null for all days
 */
record CopySearch(Contract contract, @Nullable Instant receivedSince) {
    private static final String[] KEY = {"_source_system", "event_id"};

    /** @param rows all of the table's, as of one snapshot */
    List<SilverRow> surplus(Dataset<Row> rows) {
        List<SilverRow> copies = new ArrayList<>();
        List<Row> repeated = rows.filter(where(rows))
                .groupBy(col(KEY[0]), col(KEY[1]))
                .agg(collect_list(struct(
                                unix_micros(col("_received_at")), col("_source_position"), col("_file"), col("_pos")))
                        .as("copies"))
                .filter(size(col("copies")).gt(1))
                .collectAsList();
        for (Row event : repeated) {
            Fingerprint fingerprint = Fingerprint.of(contract.dataset(), event.getString(0), event.getString(1));
            for (Row copy : event.<Row>getList(2)) {
                copies.add(new SilverRow(
                        fingerprint,
                        copy.getLong(0),
                        new SourcePosition(copy.getString(1)),
                        copy.getString(2),
                        copy.getLong(3)));
            }
        }
        return Copies.surplus(copies);
    }

    private Column where(Dataset<Row> rows) {
        if (receivedSince == null) {
            return lit(true);
        }
        List<LocalDate> days = rows
                .filter(col("_received_at").geq(lit(receivedSince)))
                .select(to_date(col(contract.eventTime())))
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.<LocalDate>getAs(0))
                .collect(Collectors.toList());
        return Days.around(days).of(contract.eventTime());
    }
}
