package io.millrace.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;

/** What a view's contract (Open Data Contract Standard) tells the catalog. */
record ViewContract(String description, List<Column> columns) {
    private static final YAMLMapper YAML = new YAMLMapper();

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
        JsonNode schema;
        try {
            schema = YAML.readTree(yaml).path("schema").path(0);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot read the contract of view " + view, e);
        }
        List<Column> columns = new ArrayList<>();
        for (JsonNode property : schema.path("properties")) {
            columns.add(new Column(
                    property.path("name").asText(),
                    property.path("physicalType").asText(),
                    property.path("description").asText()));
        }
        if (columns.isEmpty() || !schema.path("physicalName").asText().equals(view)) {
            throw new IllegalArgumentException("Cannot make view " + view + ": its contract is of '"
                    + schema.path("physicalName").asText() + "' with " + columns.size() + " columns");
        }
        return new ViewContract(schema.path("description").asText(), columns);
    }
}
