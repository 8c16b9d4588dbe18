package io.millrace.job.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.job.Layer;
import io.millrace.model.QueryColumn;
import io.millrace.model.QueryContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a model's table is, from the contract beside its SQL (Open Data Contract Standard).
 *
 * @param columns of Spark's types
 * @param sources tables that it is made of, as {@code silver.orders_silver}, for whoever cannot read its SQL
 * @param partition partition transforms in SQL's words, as {@code days(started_at)}; the first one is the day, if any is
 * @param reach how far a source's change reaches
 * @param sortedBy columns by which maintenance sorts its files; none to leave them as they are
 */
public record ModelContract(
        String name,
        Layer layer,
        List<QueryColumn> columns,
        Set<String> sources,
        List<String> partition,
        Reach reach,
        List<String> sortedBy) {
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

    /** @throws IllegalArgumentException naming the model, if this is no contract of one */
    static ModelContract parse(String name, Layer layer, String text) {
        QueryContract contract = QueryContract.read(name + ".yaml", text);
        if (!contract.table().equals(name)) {
            throw new IllegalArgumentException(
                    "Cannot read the contract of model " + name + ": it is of table '" + contract.table() + "'");
        }
        List<String> partition = new ArrayList<>();
        List<String> sortedBy = new ArrayList<>();
        Reach reach = Reach.NONE;
        for (Map.Entry<String, JsonNode> setting : contract.settings().entrySet()) {
            JsonNode value = setting.getValue();
            switch (setting.getKey()) {
                case "millrace.partition" -> value.forEach(each -> partition.add(each.asText()));
                case "millrace.sortedBy" -> value.forEach(each -> sortedBy.add(each.asText()));
                case Reach.DAYS -> reach = reach.withDays(value);
                case Reach.WINDOW -> reach = reach.withWindow(value.asInt());
                case Reach.AS_OF -> reach = reach.withAsOf(value.asBoolean());
                default ->
                    throw new IllegalArgumentException("Cannot read the contract of model " + name + ": property "
                            + setting.getKey() + " has no meaning for a model");
            }
        }
        return new ModelContract(
                name, layer, contract.columns(), Set.copyOf(contract.sources()), partition, reach, sortedBy);
    }

    /** The column whose day the table is partitioned by, if any. */
    Optional<DayColumn> day() {
        return day(columns, partition);
    }

    private static Optional<DayColumn> day(List<QueryColumn> columns, List<String> partition) {
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
