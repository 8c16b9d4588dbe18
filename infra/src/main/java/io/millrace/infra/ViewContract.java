package io.millrace.infra;

import io.millrace.model.QueryContract;
import java.util.List;

/** What a view's contract (Open Data Contract Standard) tells the catalog. */
record ViewContract(String description, List<Column> columns) {
    ViewContract {
        columns = List.copyOf(columns);
    }

    /**
     * A column of a view.
     *
     * @param type as the Glue catalog writes it
     */
    record Column(String name, String type, String description) {
        /** The type in SQL. Athena has no views with time zones: a timestamp is in UTC, to milliseconds. */
        String sqlType() {
            return switch (type) {
                case "string" -> "varchar";
                case "int" -> "integer";
                case "timestamp" -> "timestamp(3)";
                case "bigint", "double", "boolean", "date" -> type;
                default ->
                    throw new IllegalArgumentException("Cannot make a view with column " + name + " of type " + type
                            + ": use string, int, bigint, double, boolean, date or timestamp");
            };
        }
    }

    /** @throws IllegalArgumentException naming the view, if this is no contract of it */
    static ViewContract read(String view, String yaml) {
        QueryContract contract = QueryContract.read(view + ".yaml", yaml);
        if (contract.columns().isEmpty() || !contract.table().equals(view)) {
            throw new IllegalArgumentException("Cannot make view " + view + ": its contract is of '" + contract.table()
                    + "' with " + contract.columns().size() + " columns");
        }
        List<Column> columns = contract.columns().stream()
                .map(column -> new Column(column.name(), column.type(), column.description()))
                .toList();
        return new ViewContract(contract.description(), columns);
    }
}
