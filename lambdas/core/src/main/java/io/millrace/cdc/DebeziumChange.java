package io.millrace.cdc;

import io.millrace.event.Rules;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads Debezium's change event: {@code before}, {@code after}, {@code source}, {@code op}. */
final class DebeziumChange {
    private static final String MESSAGE = "m";

    private DebeziumChange() {}

    static Reading read(ChangeRecord record, ChangeRecord.Payload payload)
            throws IOException, UnreadableChangeException {
        JsonObject envelope = payload.value().object();
        JsonObject source = Objects.requireNonNull(envelope.findObject("source"), "the shape has it");
        JsonValue op = Objects.requireNonNull(envelope.find("op"), "the shape has it");
        SourceTable table = table(source);
        if (op.text().equals(MESSAGE)) {
            return new Mark("message", table.connector());
        }
        Operation operation = Operation.ofDebezium(op.text());
        if (operation == null) {
            throw new UnreadableChangeException(Rules.ALLOWED_VALUES, op.pointer(), "must be one of c, d, m, r, t, u");
        }
        if (table.table().isEmpty()) {
            throw source.lacks("table", "is required");
        }
        JsonValue before = row(envelope, "before");
        JsonValue after = row(envelope, "after");
        if (operation.leavesRow() && after == null) {
            throw envelope.lacks("after", "is required for " + operation);
        }
        return new Change(
                operation,
                table,
                record.key() == null
                        ? null
                        : ConnectJson.of(record.key().value(), record.key().schema()),
                text(before, payload.schema(), "before"),
                text(after, payload.schema(), "after"),
                SourcePosition.of(source),
                CommitTime.of(source, envelope),
                RowIdentity.of(record.key(), before, after, place(operation, envelope)));
    }

    private static SourceTable table(JsonObject source) throws IOException, UnreadableChangeException {
        return new SourceTable(
                Objects.requireNonNullElse(source.findName("name"), "debezium"),
                source.findName("db"),
                source.findName("schema"),
                Objects.requireNonNullElse(source.findName("table"), ""));
    }

    private static @Nullable JsonValue row(JsonObject envelope, String name)
            throws IOException, UnreadableChangeException {
        JsonObject row = envelope.findObject(name);
        return row == null ? null : row.value();
    }

    private static @Nullable String text(@Nullable JsonValue row, @Nullable ConnectSchema envelope, String name)
            throws IOException, UnreadableChangeException {
        return row == null ? null : ConnectJson.of(row, envelope == null ? null : envelope.member(name));
    }

    /** All rows of a snapshot have one position, and rows that one statement wrote may have. */
    private static String place(Operation operation, JsonObject envelope)
            throws IOException, UnreadableChangeException {
        JsonValue place = null;
        if (operation == Operation.SNAPSHOT) {
            place = envelope.find(envelope.has("ts_ns") ? "ts_ns" : "ts_ms");
        } else {
            JsonObject transaction = envelope.findObject("transaction");
            place = transaction == null ? null : transaction.find("total_order");
        }
        return place == null ? "" : place.raw();
    }
}
