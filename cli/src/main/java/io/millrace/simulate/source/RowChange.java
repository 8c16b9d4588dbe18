package io.millrace.simulate.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A row of the shop's database is read, made, changed or deleted.
 *
 * @param op Debezium's letter: r, c, u or d
 * @param before what the database still knows of the old row: nothing, the key alone, or all of it
 */
record RowChange(
        String table,
        ObjectNode key,
        String op,
        @Nullable ObjectNode before,
        @Nullable ObjectNode after) {

    static RowChange read(String table, ObjectNode key, ObjectNode row) {
        return new RowChange(table, key, "r", null, row);
    }

    static RowChange insert(String table, ObjectNode key, ObjectNode row) {
        return new RowChange(table, key, "c", null, row);
    }

    static RowChange update(String table, ObjectNode key, @Nullable ObjectNode before, ObjectNode after) {
        return new RowChange(table, key, "u", before, after);
    }

    /** As a table with the default replica identity tells it: every column but the key is null. */
    static RowChange delete(String table, ObjectNode key, ObjectNode row) {
        ObjectNode before = row.deepCopy();
        row.fieldNames().forEachRemaining(column -> {
            if (!key.has(column)) {
                before.putNull(column);
            }
        });
        return new RowChange(table, key, "d", before, null);
    }
}
