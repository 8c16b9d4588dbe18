package io.millrace.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.millrace.contract.Classification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the contract beside a query says of the table or view that it makes (Open Data Contract Standard). Whoever needs
 * something of it demands that it is there: here nothing is missing but what the text lacks.
 *
 * @param table its {@code physicalName}, empty where nothing is said
 * @param owner the team that answers for it
 * @param columns in the contract's order
 * @param sources tables that it is made of, as {@code silver.orders_silver}, for whoever cannot read its SQL
 * @param settings values of its other custom properties by their names
 */
public record QueryContract(
        String table,
        String domain,
        String owner,
        String description,
        List<QueryColumn> columns,
        List<String> sources,
        Map<String, JsonNode> settings) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String SOURCES = "millrace.sources";

    public QueryContract {
        columns = List.copyOf(columns);
        sources = List.copyOf(sources);
        settings = Map.copyOf(settings);
    }

    /**
     * Reads one.
     *
     * @param file for messages
     * @throws IllegalArgumentException naming the file, when it is no YAML or classifies a column by no known word
     */
    public static QueryContract read(String file, String text) {
        try {
            JsonNode contract = YAML.readTree(text);
            JsonNode table = contract.path("schema").path(0);
            Map<String, JsonNode> settings = settings(table);
            JsonNode sources = settings.remove(SOURCES);
            return new QueryContract(
                    table.path("physicalName").asText(),
                    contract.path("domain").asText(),
                    contract.path("team").path("name").asText(),
                    table.path("description")
                            .asText(contract.at("/description/purpose").asText()),
                    columns(table),
                    sources == null ? List.of() : texts(sources),
                    settings);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Cannot read contract " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<QueryColumn> columns(JsonNode table) {
        List<QueryColumn> columns = new ArrayList<>();
        for (JsonNode property : table.path("properties")) {
            columns.add(new QueryColumn(
                    property.path("name").asText(),
                    property.path("physicalType").asText(),
                    property.path("description").asText(),
                    classification(property)));
        }
        return columns;
    }

    private static @Nullable Classification classification(JsonNode property) {
        String word = property.path("classification").asText();
        if (word.isEmpty()) {
            return null;
        }
        return Arrays.stream(Classification.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "property '" + property.path("name").asText() + "' has the classification '" + word + "'"));
    }

    private static Map<String, JsonNode> settings(JsonNode table) {
        Map<String, JsonNode> settings = new LinkedHashMap<>();
        for (JsonNode custom : table.path("customProperties")) {
            settings.put(custom.path("property").asText(), custom.path("value"));
        }
        return settings;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
