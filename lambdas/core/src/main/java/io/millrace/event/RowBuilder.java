package io.millrace.event;

import io.millrace.contract.Contract;
import io.millrace.contract.DerivedColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a dataset's three tables, their values in the order of {@code TableDefinition.columns()}. A text is
 * a {@link String} or {@link TextBytes}.
 */
public final class RowBuilder {
    private static final long MICROS_PER_HOUR = 3_600_000_000L;
    private static final long MICROS_PER_DAY = 24 * MICROS_PER_HOUR;
    private static final int PROVENANCE = 8;

    private final List<DerivedColumn> derived;
    private final int[] derivedFrom;
    private final int fields;
    private final int eventType;
    private final int eventTime;

    public RowBuilder(Contract contract) {
        this.derived = contract.derived();
        this.fields = contract.fields().size();
        List<String> names =
                contract.fields().stream().map(field -> field.name()).toList();
        this.derivedFrom = derived.stream()
                .mapToInt(column -> names.indexOf(column.source()))
                .toArray();
        this.eventType = names.indexOf(FieldNames.EVENT_TYPE);
        this.eventTime = names.indexOf(contract.eventTime());
    }

    /** The row that keeps the event as it came. */
    public @Nullable Object[] bronze(RowMeta meta, Claimed claimed, String payload) {
        @Nullable Object[] row = new @Nullable Object[7 + PROVENANCE];
        claim(row, claimed);
        return bronze(row, meta, payload);
    }

    /** The same, of an event whose values are what it claims. */
    public @Nullable Object[] bronze(RowMeta meta, EventValues event, TextBytes payload) {
        @Nullable Object[] values = event.values();
        @Nullable Object[] row = new @Nullable Object[7 + PROVENANCE];
        row[0] = event.eventId();
        row[1] = eventType < 0 ? null : values[eventType];
        row[2] = eventTime >= 0 && values[eventTime] instanceof Long micros ? micros : null;
        return bronze(row, meta, payload);
    }

    private static @Nullable Object[] bronze(@Nullable Object[] row, RowMeta meta, CharSequence payload) {
        row[3] = payload;
        arrival(row, 4, meta);
        return provenance(row, 7, meta);
    }

    /** The typed row. */
    public @Nullable Object[] silver(RowMeta meta, Accepted accepted) {
        return silver(meta, accepted.values());
    }

    /** The typed row. */
    public @Nullable Object[] silver(RowMeta meta, EventValues event) {
        return silver(meta, event.values());
    }

    private @Nullable Object[] silver(RowMeta meta, @Nullable Object[] values) {
        @Nullable Object[] row = new @Nullable Object[fields + derived.size() + PROVENANCE];
        System.arraycopy(values, 0, row, 0, fields);
        for (int i = 0; i < derivedFrom.length; i++) {
            row[fields + i] = derive(derived.get(i).transform(), (Long) row[derivedFrom[i]]);
        }
        return provenance(row, fields + derivedFrom.length, meta);
    }

    /** The row that keeps what was rejected; the same for every quarantine table, that of the undecodable included. */
    public static @Nullable Object[] quarantine(RowMeta meta, Stage stage, Rejected rejected, byte[] payload) {
        @Nullable Object[] row = new @Nullable Object[11 + PROVENANCE];
        claim(row, rejected.claimed());
        row[3] = payload;
        row[4] = stage.label();
        row[5] = rejected.reason();
        row[6] = rejected.rule();
        row[7] = rejected.pointer();
        arrival(row, 8, meta);
        return provenance(row, 11, meta);
    }

    private static void claim(@Nullable Object[] row, Claimed claimed) {
        row[0] = claimed.eventId();
        row[1] = claimed.eventType();
        row[2] = claimed.eventTimestampMicros();
    }

    private static void arrival(@Nullable Object[] row, int at, RowMeta meta) {
        row[at] = meta.context();
        row[at + 1] = meta.protocol();
        row[at + 2] = meta.sentAtMicros();
    }

    private static @Nullable Object[] provenance(@Nullable Object[] row, int at, RowMeta meta) {
        row[at] = meta.batchId();
        row[at + 1] = meta.receivedAtMicros();
        row[at + 2] = meta.ingestedAtMicros();
        row[at + 3] = meta.sourceSystem();
        row[at + 4] = meta.sourceFile();
        row[at + 5] = meta.sourcePosition();
        row[at + 6] = meta.contractVersion();
        row[at + 7] = meta.serviceVersion();
        return row;
    }

    private static @Nullable Object derive(DerivedColumn.Transform transform, @Nullable Long micros) {
        if (micros == null) {
            return null;
        }
        return switch (transform) {
            case DATE -> (int) Math.floorDiv(micros, MICROS_PER_DAY);
            case HOUR -> (int) (Math.floorMod(micros, MICROS_PER_DAY) / MICROS_PER_HOUR);
        };
    }
}
