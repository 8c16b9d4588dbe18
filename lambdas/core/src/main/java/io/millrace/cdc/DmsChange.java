package io.millrace.cdc;

import io.millrace.event.CanonicalJson;
import io.millrace.event.Rules;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what AWS DMS writes to Kinesis: {@code data} or {@code control}, and {@code metadata}. A position is time,
 * transaction and record in the transaction, {@code 2023-01-16T06:25:34.444953Z/00000000012884904641/0000000000}.
 */
final class DmsChange {
    /** Stands for the connector's name, which DMS does not write. */
    static final String CONNECTOR = "dms";

    /** As {@code create-table}; another text is not repeated in answers. */
    private static final Pattern CONTROL_WORD = Pattern.compile("[a-z-]{1,32}");

    private DmsChange() {}

    static Reading read(ChangeRecord.Payload payload) throws IOException, UnreadableChangeException {
        JsonObject record = payload.value().object();
        JsonObject metadata = Objects.requireNonNull(record.findObject("metadata"), "the shape has it");
        String word = metadata.findName("operation");
        Operation operation = word == null ? null : Operation.ofDms(word);
        if (operation == null && (record.has("control") || "control".equals(metadata.findName("record-type")))) {
            return new Mark(word != null && CONTROL_WORD.matcher(word).matches() ? word : "control", CONNECTOR);
        }
        if (operation == null) {
            throw new UnreadableChangeException(
                    word == null ? Rules.REQUIRED : Rules.ALLOWED_VALUES,
                    metadata.value().pointer() + "/operation",
                    "must be one of load, insert, update, delete");
        }
        SourceTable table = table(metadata);
        JsonObject data = record.findObject("data");
        if (data == null && operation != Operation.TRUNCATE) {
            throw record.lacks("data", "is required for " + operation);
        }
        JsonValue row = data == null ? null : data.value();
        long committedAtMicros = committedAt(metadata);
        String key = key(metadata);
        JsonValue before = operation == Operation.DELETE ? row : image(record);
        JsonValue after = operation.leavesRow() ? row : null;
        return new Change(
                operation,
                table,
                key,
                before == null ? null : before.raw(),
                after == null ? null : after.raw(),
                position(metadata, committedAtMicros),
                committedAtMicros,
                key != null ? key : RowIdentity.of(null, before, after, ""));
    }

    private static SourceTable table(JsonObject metadata) throws IOException, UnreadableChangeException {
        String table = metadata.findName("table-name");
        if (table == null) {
            throw metadata.lacks("table-name", "is required");
        }
        return new SourceTable(CONNECTOR, null, metadata.findName("schema-name"), table);
    }

    private static long committedAt(JsonObject metadata) throws IOException, UnreadableChangeException {
        JsonValue time = metadata.find("commit-timestamp");
        time = time == null ? metadata.find("timestamp") : time;
        if (time == null) {
            throw metadata.lacks("timestamp", "is required");
        }
        return CommitTime.ofText(time);
    }

    private static String position(JsonObject metadata, long committedAtMicros)
            throws IOException, UnreadableChangeException {
        Instant time = Instant.EPOCH.plus(committedAtMicros, ChronoUnit.MICROS);
        return String.format(
                Locale.ROOT,
                "%s.%06dZ/%020d/%010d",
                time.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""),
                Math.floorMod(committedAtMicros, 1_000_000L),
                natural(metadata.find("transaction-id")),
                natural(metadata.find("transaction-record-id")));
    }

    private static long natural(@Nullable JsonValue number) throws IOException, UnreadableChangeException {
        return number == null ? 0 : Math.max(0, number.whole());
    }

    /** Schema, table and primary key in one text, where the endpoint includes the partition value. */
    private static @Nullable String key(JsonObject metadata) throws IOException, UnreadableChangeException {
        String value = metadata.findName("partition-key-value");
        if (value == null || !"primary-key".equals(metadata.findName("partition-key-type"))) {
            return null;
        }
        StringBuilder key = new StringBuilder();
        CanonicalJson.string(value, key);
        return key.toString();
    }

    private static @Nullable JsonValue image(JsonObject record) throws IOException, UnreadableChangeException {
        JsonObject image = record.findObject("before-image");
        return image == null || image.members().isEmpty() ? null : image.value();
    }
}
