package io.millrace.send;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a file becomes which field of an event.
 *
 * @param columns source column to field
 * @param times how each time column is written
 * @param constants fields that are the same in every event
 * @param properties columns that go into {@code properties} under their own names; empty means every column that
 *     {@code columns} does not name
 */
record RowMap(
        Map<String, String> columns,
        Map<String, TimeFormat> times,
        Map<String, String> constants,
        Optional<List<String>> properties) {

    RowMap {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        times = Map.copyOf(times);
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        properties = properties.map(List::copyOf);
    }

    boolean isProperty(String column) {
        return properties.map(named -> named.contains(column)).orElse(!columns.containsKey(column));
    }
}
