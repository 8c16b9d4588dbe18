package io.millrace.cdc;

import io.millrace.contract.ChangeField;
import io.millrace.event.EventIds;
import org.jspecify.annotations.Nullable;

/**
 * A change of a row, decoded.
 *
 * @param key JSON text, or null
 * @param before JSON text of the row as it was, or null
 * @param after JSON text of the row as it is, or null
 * @param position see {@link SourcePosition}
 * @param row what tells the row from others of its table: one spelling of its key as sent or, without one, of the row
 */
record Change(
        Operation operation,
        SourceTable table,
        @Nullable String key,
        @Nullable String before,
        @Nullable String after,
        String position,
        long committedAtMicros,
        String row)
        implements Reading {

    /** The same each time that the change is delivered, whichever way. */
    String eventId() {
        return EventIds.derive(table.connector(), position + '\0' + table.path() + '\0' + row + '\0' + operation);
    }

    /** Keeps the changes of one row in order. */
    String partitionKey() {
        return table.path() + '\0' + (key == null ? "" : row);
    }

    /** The value of a contract's field. */
    @Nullable
    Object value(ChangeField field) {
        return switch (field) {
            case EVENT_ID -> eventId();
            case OPERATION -> operation.name();
            case SOURCE_DATABASE -> table.database();
            case SOURCE_SCHEMA -> table.schema();
            case SOURCE_TABLE -> table.table();
            case KEY -> key;
            case BEFORE -> before;
            case AFTER -> after;
            case SOURCE_POSITION -> position;
            case COMMITTED_AT -> committedAtMicros;
        };
    }
}
