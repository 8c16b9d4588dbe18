package io.millrace.cdc;

import io.millrace.event.Json;
import io.millrace.event.Rules;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row that Debezium's ExtractNewRecordState took out of its envelope. What it needs of the envelope must have been
 * kept by {@code add.fields}, under the default prefix {@code __}: op, table, lsn (or file, pos and row), source.ts_ms.
 */
final class FlattenedChange {
    private static final String PREFIX = "__";

    private FlattenedChange() {}

    static Change read(ChangeRecord record, ChangeRecord.Payload payload)
            throws IOException, UnreadableChangeException {
        JsonObject row = payload.value().object();
        SourceBlock source = kept(row);
        Operation operation = operation(row);
        String text = ConnectJson.of(payload.value(), payload.schema(), name -> !name.startsWith(PREFIX));
        return new Change(
                operation,
                table(record, source),
                record.key() == null
                        ? null
                        : ConnectJson.of(record.key().value(), record.key().schema()),
                operation == Operation.DELETE ? text : null,
                operation.leavesRow() ? text : null,
                SourcePosition.of(source),
                CommitTime.of(source, source),
                RowIdentity.of(record.key(), payload.value(), null, ""));
    }

    private static Operation operation(JsonObject row) throws IOException, UnreadableChangeException {
        JsonValue op = row.find("__op");
        if (op != null) {
            Operation operation = Operation.ofDebezium(op.text());
            if (operation == null) {
                throw new UnreadableChangeException(Rules.ALLOWED_VALUES, op.pointer(), "must be one of c, d, r, t, u");
            }
            return operation;
        }
        JsonValue deleted = row.find("__deleted");
        if (deleted != null && deleted.isText() && deleted.text().equals("true")) {
            return Operation.DELETE;
        }
        throw row.lacks("__op", "is required: add.fields must name op, table, source.ts_ms and the position");
    }

    private static SourceTable table(ChangeRecord record, SourceBlock source)
            throws IOException, UnreadableChangeException {
        String topic = record.topic();
        String table = source.findName("table");
        if (table == null && topic != null) {
            table = topic.substring(topic.lastIndexOf('.') + 1);
        }
        if (table == null) {
            throw source.lacks("table", "is required where the record names no topic");
        }
        return new SourceTable(
                Objects.requireNonNullElse(source.findName("name"), "debezium"),
                source.findName("db"),
                source.findName("schema"),
                table);
    }

    /** {@code source.ts_ms} was kept as {@code __source_ts_ms}, {@code lsn} as {@code __lsn}. */
    private static SourceBlock kept(JsonObject row) {
        return new SourceBlock() {
            @Override
            public @Nullable JsonValue find(String name) {
                JsonValue member = row.find(PREFIX + "source_" + name);
                return member == null ? row.find(PREFIX + name) : member;
            }

            @Override
            public UnreadableChangeException lacks(String name, String why) {
                return new UnreadableChangeException(
                        Rules.REQUIRED, row.value().pointer() + Json.pointer(PREFIX + name), why);
            }
        };
    }
}
