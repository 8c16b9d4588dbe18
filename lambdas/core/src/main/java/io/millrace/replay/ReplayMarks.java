package io.millrace.replay;

import static io.millrace.contract.ColumnType.STRING;
import static io.millrace.contract.ColumnType.TIMESTAMP;

import io.millrace.contract.Column;
import io.millrace.contract.Layer;
import io.millrace.contract.TableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code ENV_ops.quarantine_replays}: a row for each quarantined row that was replayed, which stays where it is.
 * Append-only; a mark comes in the same claim as the rows that it stands for.
 */
public final class ReplayMarks {
    public static final TableDefinition TABLE = new TableDefinition(
            "quarantine_replays",
            Layer.OPS,
            "quarantine_replays",
            List.of(
                    Column.of("dataset", STRING, true, "Whose quarantine the row is in"),
                    Column.of("_source_position", STRING, true, "The row's position; with its stage, its key"),
                    Column.of("_stage", STRING, true, "Where it had been rejected: door or row"),
                    Column.of("_rule", STRING, true, "The rule that it had broken"),
                    Column.of("_received_at", TIMESTAMP, true, "When the door took it"),
                    Column.of("event_id", STRING, false, "The event's id, given by the door where it brought none"),
                    Column.of("fate", STRING, true, "silver, duplicate (silver had it already) or control"),
                    Column.of("replayed_at", TIMESTAMP, true, "When the replay wrote it"),
                    Column.of("_contract_version", STRING, true, "Version of the contract that it keeps")),
            "_received_at");

    private ReplayMarks() {}

    static @Nullable Object[] row(
            String dataset,
            QuarantinedEvent event,
            @Nullable String eventId,
            Fate fate,
            long replayedAtMicros,
            String contractVersion) {
        return new @Nullable Object[] {
            dataset,
            event.meta().sourcePosition(),
            event.stage().label(),
            event.rule(),
            event.meta().receivedAtMicros(),
            eventId,
            fate.label(),
            replayedAtMicros,
            contractVersion
        };
    }
}
