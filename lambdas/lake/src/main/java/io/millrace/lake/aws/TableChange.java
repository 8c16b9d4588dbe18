package io.millrace.lake.aws;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.iceberg.UpdateSchema;

/**
 * What brings a table to its contract.
 *
 * @param schema changes of columns, each with its description
 * @param properties to set
 * @param refusals why it must not be brought there, for people; empty if it may
 */
record TableChange(List<ColumnChange> schema, Map<String, String> properties, List<String> refusals) {
    /** One change of one column, and what it is called. */
    record ColumnChange(String description, Consumer<UpdateSchema> change) {}

    TableChange {
        schema = List.copyOf(schema);
        properties = Map.copyOf(properties);
        refusals = List.copyOf(refusals);
    }

    boolean isEmpty() {
        return schema.isEmpty() && properties.isEmpty() && refusals.isEmpty();
    }
}
