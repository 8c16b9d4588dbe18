package io.millrace.job.maintenance;

import io.millrace.job.Lake;
import io.millrace.job.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of the lake. */
record TableName(Layer layer, String table) {
    /**
     * The tables that somebody asks for, all where nobody does, by layer and name.
     *
     * @param wanted as {@code silver.orders_silver}, or the name alone
     * @throws IllegalArgumentException if there is none of a name
     */
    static List<TableName> of(Lake lake, List<String> wanted) {
        List<TableName> all = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            lake.tables(layer).forEach(name -> all.add(new TableName(layer, name)));
        }
        for (String name : wanted) {
            if (all.stream().noneMatch(each -> each.is(name))) {
                throw new IllegalArgumentException("Cannot maintain table '" + name + "': there is none of that name");
            }
        }
        return wanted.isEmpty()
                ? all
                : all.stream()
                        .filter(each -> wanted.stream().anyMatch(each::is))
                        .toList();
    }

    private boolean is(String name) {
        return name.equals(table) || name.equals(toString());
    }

    @Override
    public String toString() {
        return layer.name().toLowerCase(Locale.ROOT) + "." + table;
    }
}
