package io.millrace.cdc;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The table that a change is in.
 *
 * @param connector the connector's own name for its source, as Debezium's topic prefix
 */
record SourceTable(
        String connector,
        @Nullable String database,
        @Nullable String schema,
        String table) {

    /** All of its names, to tell it from others by. */
    String path() {
        return connector + '\0' + Objects.toString(database, "") + '\0' + Objects.toString(schema, "") + '\0' + table;
    }
}
