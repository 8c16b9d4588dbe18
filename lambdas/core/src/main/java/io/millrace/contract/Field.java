package io.millrace.contract;

import java.util.List;

/**
 * A field of an event, and the silver column that it becomes.
 *
 * @param column the column; its name is the field's name
 * @param jsonType what the event must hold
 * @param aliases other names the field may come under, in order of preference after its own
 * @param normalize changes made to a text before the rules, in this order
 */
public record Field(
        Column column,
        JsonType jsonType,
        Classification classification,
        List<String> aliases,
        List<Normalization> normalize,
        List<FieldRule> rules) {
    public Field {
        aliases = List.copyOf(aliases);
        normalize = List.copyOf(normalize);
        rules = List.copyOf(rules);
    }

    public String name() {
        return column.name();
    }

    public ColumnType type() {
        return column.type();
    }

    public boolean required() {
        return column.required();
    }

    public String description() {
        return column.doc();
    }
}
