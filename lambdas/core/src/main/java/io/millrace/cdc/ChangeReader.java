package io.millrace.cdc;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Reads a record by its shape. */
final class ChangeReader {
    private ChangeReader() {}

    /** Empty for what is no record of a connector. */
    static Optional<Reading> read(ChangeRecord record) throws IOException, UnreadableChangeException {
        Shape shape = Shape.of(record);
        return Optional.ofNullable(
                switch (shape) {
                    case DEBEZIUM -> DebeziumChange.read(record, requireNonNull(record.value()));
                    case FLATTENED -> FlattenedChange.read(record, requireNonNull(record.value()));
                    case DMS -> DmsChange.read(requireNonNull(record.value()));
                    case TOMBSTONE, TRANSACTION, HEARTBEAT, SCHEMA_CHANGE -> mark(shape, record);
                    case UNKNOWN -> null;
                });
    }

    private static Mark mark(Shape shape, ChangeRecord record) throws IOException {
        String key = record.key() == null ? "" : record.key().value().canonical();
        return new Mark(shape.name().toLowerCase(Locale.ROOT), requireNonNullElse(record.topic(), "") + '\0' + key);
    }
}
