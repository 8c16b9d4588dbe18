package io.millrace.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an event, and the silver column that it becomes.
 *
 * @param column the column; its name is the field's name
 * @param jsonType what the event must hold
 * @param aliases other names the field may come under, in order of preference after its own
 * @param normalize changes made to the value before the rules, in this order
 * @param ifAbsent what the column holds where the event brings nothing, or null for nothing
 * @param rules in the order in which they are checked
 * @param examples values that an event may hold, each a {@link String}, a {@link Number} or a {@link Boolean}
 */
public record Field(
        Column column,
        JsonType jsonType,
        Classification classification,
        List<String> aliases,
        List<Normalization> normalize,
        @Nullable Default ifAbsent,
        List<FieldRule> rules,
        List<Object> examples) {
    public Field {
        examples = List.copyOf(examples);
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
