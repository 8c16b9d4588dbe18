package io.millrace.job.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.millrace.job.Layer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a model's table is, from the contract beside its SQL (Open Data Contract Standard).
 *
 * @param sources tables that it is made of, as {@code silver.orders_silver}, for whoever cannot read its SQL
 * @param partition partition transforms in SQL's words, as {@code days(started_at)}; the first one is the day, if any is
 * @param reach how far a source's change reaches
 * @param sortedBy columns by which maintenance sorts its files; none to leave them as they are
 */
public record ModelContract(
        String name,
        Layer layer,
        List<ModelColumn> columns,
        Set<String> sources,
        List<String> partition,
        Reach reach,
        List<String> sortedBy) {
    private static final YAMLMapper YAML = new YAMLMapper();

    public ModelContract {
        columns = List.copyOf(columns);
        sources = Set.copyOf(sources);
        partition = List.copyOf(partition);
        sortedBy = List.copyOf(sortedBy);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Cannot make model " + name + ": its contract has no properties");
        }
        for (String sorted : sortedBy) {
            if (columns.stream().noneMatch(column -> column.name().equals(sorted))) {
                throw new IllegalArgumentException(
                        "Cannot make model " + name + ": millrace.sortedBy names '" + sorted + "', which is no column");
            }
        }
        if (!sources.containsAll(reach.sources())) {
            throw new IllegalArgumentException("Cannot make model " + name + ": " + Reach.DAYS + " names "
                    + reach.sources() + ", its sources are " + new TreeSet<>(sources));
        }
        if (reach.needsDay() && day(columns, partition).isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot make model " + name + ": it counts in days, and is not partitioned by one");
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
        Reach reach = Reach.NONE;
        List<String> sortedBy = new ArrayList<>();
        for (JsonNode custom : schema.path("customProperties")) {
            JsonNode value = custom.path("value");
            switch (custom.path("property").asText()) {
                case "millrace.sources" -> value.forEach(each -> sources.add(each.asText()));
                case "millrace.partition" -> value.forEach(each -> partition.add(each.asText()));
                case "millrace.sortedBy" -> value.forEach(each -> sortedBy.add(each.asText()));
                case Reach.DAYS -> reach = reach.withDays(value);
                case Reach.WINDOW -> reach = reach.withWindow(value.asInt());
                case Reach.AS_OF -> reach = reach.withAsOf(value.asBoolean());
                default ->
                    throw new IllegalArgumentException("Cannot read the contract of model " + name + ": property "
                            + custom.path("property").asText() + " has no meaning for a model");
            }
        }
        return new ModelContract(name, layer, columns, sources, partition, reach, sortedBy);
    }

    /** The column whose day the table is partitioned by, if any. */
    Optional<DayColumn> day() {
        return day(columns, partition);
    }

    private static Optional<DayColumn> day(List<ModelColumn> columns, List<String> partition) {
        return partition.stream()
                .limit(1)
                .flatMap(first -> columns.stream()
                        .filter(column -> first.equals("days(" + column.name() + ")")
                                || (first.equals(column.name()) && column.type().equals("date")))
                        .map(column ->
                                new DayColumn(column.name(), !column.type().equals("date"))))
                .findFirst();
    }
}
