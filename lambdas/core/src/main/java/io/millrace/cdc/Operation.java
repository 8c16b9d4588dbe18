package io.millrace.cdc;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a change did to a row, or to all rows of a table. */
enum Operation {
    INSERT,
    UPDATE,
    DELETE,
    /** The row was there when the connector began. */
    SNAPSHOT,
    /** All rows of the table were removed. */
    TRUNCATE;

    private static final Map<String, Operation> DEBEZIUM =
            Map.of("c", INSERT, "u", UPDATE, "d", DELETE, "r", SNAPSHOT, "t", TRUNCATE);
    private static final Map<String, Operation> DMS =
            Map.of("insert", INSERT, "update", UPDATE, "delete", DELETE, "load", SNAPSHOT, "truncate-table", TRUNCATE);

    static @Nullable Operation ofDebezium(String code) {
        return DEBEZIUM.get(code);
    }

    static @Nullable Operation ofDms(String word) {
        return DMS.get(word);
    }

    /** Whether the row is there after it. */
    boolean leavesRow() {
        return this == INSERT || this == UPDATE || this == SNAPSHOT;
    }
}
