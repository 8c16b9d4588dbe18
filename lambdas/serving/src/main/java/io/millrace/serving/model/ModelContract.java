package io.millrace.serving.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.millrace.contract.Classification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a model's contract (Open Data Contract Standard) tells its readers. Whether the contract itself is right is checked
 * where models are built.
 *
 * @param columns by name
 * @param sources that the contract names, for SQL that cannot be read here: {@code millrace.sources}
 */
public record ModelContract(
        String domain, String owner, String description, Map<String, Column> columns, List<String> sources) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String SOURCES = "millrace.sources";

    public ModelContract {
        columns = Map.copyOf(columns);
        sources = List.copyOf(sources);
    }

    /**
     * What is said of a column.
     *
     * @param classification null where nothing is said
     */
    public record Column(String doc, @Nullable Classification classification) {}

    /** @throws IllegalStateException naming the file, when it is no YAML or says what no contract may say */
    static ModelContract read(String file, String text) {
        try {
            JsonNode contract = YAML.readTree(text);
            JsonNode table = contract.path("schema").path(0);
            Map<String, Column> columns = new LinkedHashMap<>();
            for (JsonNode property : table.path("properties")) {
                columns.put(
                        property.path("name").asText(),
                        new Column(property.path("description").asText(""), classification(property)));
            }
            return new ModelContract(
                    contract.path("domain").asText(""),
                    contract.path("team").path("name").asText(""),
                    table.path("description")
                            .asText(contract.at("/description/purpose").asText("")),
                    columns,
                    sources(contract, table));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalStateException("Cannot read the contract of a model: " + file, e);
        }
    }

    private static @Nullable Classification classification(JsonNode property) {
        String word = property.path("classification").asText("");
        return word.isEmpty() ? null : Classification.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<String> sources(JsonNode contract, JsonNode table) {
        for (JsonNode holder : List.of(table, contract)) {
            for (JsonNode custom : holder.path("customProperties")) {
                if (custom.path("property").asText().equals(SOURCES)) {
                    return texts(custom.path("value"));
                }
            }
        }
        return texts(contract.path("sources"));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
