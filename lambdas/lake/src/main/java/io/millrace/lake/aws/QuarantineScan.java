package io.millrace.lake.aws;

import static org.apache.iceberg.expressions.Expressions.and;
import static org.apache.iceberg.expressions.Expressions.equal;
import static org.apache.iceberg.expressions.Expressions.greaterThanOrEqual;
import static org.apache.iceberg.expressions.Expressions.in;
import static org.apache.iceberg.expressions.Expressions.lessThan;
import static org.apache.iceberg.expressions.Expressions.or;

import io.millrace.contract.EpochMicros;
import io.millrace.event.RowMeta;
import io.millrace.event.Stage;
import io.millrace.replay.Cursor;
import io.millrace.replay.QuarantinedEvent;
import io.millrace.replay.ReplayFilter;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.jspecify.annotations.Nullable;

/** A replay's filter as Iceberg's, so that only files that may hold such rows are opened, and rows as events. */
final class QuarantineScan {
    private QuarantineScan() {}

    /** Rows that were received in the filter's time and not before the cursor. */
    static Expression received(ReplayFilter filter, @Nullable Cursor after) {
        long from = EpochMicros.of(filter.from());
        return and(
                greaterThanOrEqual("_received_at", after == null ? from : Math.max(from, after.receivedAtMicros())),
                lessThan("_received_at", EpochMicros.of(filter.to())));
    }

    static Expression wanted(ReplayFilter filter, @Nullable Cursor after) {
        Expression wanted = received(filter, after);
        Stage stage = filter.stage();
        wanted = and(
                wanted,
                stage == null ? in("_stage", Stage.DOOR.label(), Stage.ROW.label()) : equal("_stage", stage.label()));
        if (!filter.rule().isEmpty()) {
            wanted = and(wanted, equal("_rule", filter.rule()));
        }
        if (!filter.source().isEmpty()) {
            wanted = and(wanted, equal("_source_system", filter.source()));
        }
        if (!filter.id().isEmpty()) {
            Expression place = or(equal("_source_position", filter.id()), equal("_batch_id", filter.id()));
            wanted = and(wanted, or(equal("event_id", filter.id()), place));
        }
        return wanted;
    }

    /** What a row, or its mark, is known by. */
    static Cursor key(Record row) {
        return new Cursor(micros(row, "_received_at"), text(row, "_source_position"), text(row, "_stage"));
    }

    static QuarantinedEvent event(Record row) {
        return new QuarantinedEvent(
                Stage.valueOf(text(row, "_stage").toUpperCase(Locale.ROOT)),
                text(row, "_rule"),
                new RowMeta(
                        text(row, "_batch_id"),
                        micros(row, "_received_at"),
                        micros(row, "_ingested_at"),
                        text(row, "_source_system"),
                        textOrNull(row, "_source_file"),
                        text(row, "_source_position"),
                        textOrNull(row, "_contract_version"),
                        text(row, "_service_version"),
                        textOrNull(row, "_context"),
                        textOrNull(row, "_protocol"),
                        row.getField("_sent_at") == null ? null : micros(row, "_sent_at")),
                bytes(row));
    }

    static String text(Record row, String column) {
        return Objects.requireNonNull(textOrNull(row, column), column);
    }

    private static @Nullable String textOrNull(Record row, String column) {
        Object value = row.getField(column);
        return value == null ? null : value.toString();
    }

    private static long micros(Record row, String column) {
        return EpochMicros.of(((OffsetDateTime) row.getField(column)).toInstant());
    }

    private static byte[] bytes(Record row) {
        ByteBuffer payload = ((ByteBuffer) row.getField("payload")).duplicate();
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }
}
