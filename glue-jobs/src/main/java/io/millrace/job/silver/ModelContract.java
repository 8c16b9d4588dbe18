package io.millrace.job.silver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.millrace.job.Layer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a model's table is, from the contract beside its SQL (Open Data Contract Standard).
 *
 * @param sources tables that it is made of, as {@code silver.orders_silver}, for whoever cannot read its SQL
 * @param partition partition transforms in SQL's words, as {@code days(started_at)}
 */
record ModelContract(String name, Layer layer, List<ModelColumn> columns, Set<String> sources, List<String> partition) {
    private static final YAMLMapper YAML = new YAMLMapper();

    ModelContract {
        columns = List.copyOf(columns);
        sources = Set.copyOf(sources);
        partition = List.copyOf(partition);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Cannot make model " + name + ": its contract has no properties");
        }
    }

    static ModelContract parse(String name, Layer layer, String text) throws IOException {
        JsonNode schema = YAML.readTree(text).path("schema").path(0);
        if (!schema.path("physicalName").asText().equals(name)) {
            throw new IllegalArgumentException("Cannot read the contract of model " + name + ": it is of table '"
                    + schema.path("physicalName").asText() + "'");
        }
        List<ModelColumn> columns = new ArrayList<>();
        for (JsonNode property : schema.path("properties")) {
            columns.add(new ModelColumn(
                    property.path("name").asText(),
                    property.path("physicalType").asText(),
                    property.path("description").asText()));
        }
        Set<String> sources = new TreeSet<>();
        List<String> partition = new ArrayList<>();
        for (JsonNode custom : schema.path("customProperties")) {
            switch (custom.path("property").asText()) {
                case "millrace.sources" -> custom.path("value").forEach(each -> sources.add(each.asText()));
                case "millrace.partition" -> custom.path("value").forEach(each -> partition.add(each.asText()));
                default ->
                    throw new IllegalArgumentException("Cannot read the contract of model " + name + ": property "
                            + custom.path("property").asText() + " has no meaning for a model");
            }
        }
        return new ModelContract(name, layer, columns, sources, partition);
    }
}
