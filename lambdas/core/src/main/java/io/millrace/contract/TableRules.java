package io.millrace.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rows of one table must keep, who answers for them, and how late they may be: what its quality is measured by.
 *
 * @param table without its database
 * @param owner the team that answers for it
 * @param columns with rules, in the table's order
 * @param requireOneOf groups of columns of which each row has at least one
 * @param keys columns that no two rows share
 * @param minRows that the table has
 * @param sources tables that it is made of, as {@code silver.orders_silver}; none where its rows come in
 * @param freshness longest time from a change of its sources, or from a row's receipt, until it is in the table
 * @param timeColumn a column whose UTC day partitions a table that grows for ever, empty for one that is checked as a whole
 */
public record TableRules(
        String table,
        String owner,
        Support support,
        List<ColumnRules> columns,
        List<List<String>> requireOneOf,
        List<UniqueKey> keys,
        long minRows,
        List<String> sources,
        Duration freshness,
        String timeColumn) {
    public TableRules {
        columns = List.copyOf(columns);
        requireOneOf = requireOneOf.stream().map(List::copyOf).toList();
        keys = List.copyOf(keys);
        sources = List.copyOf(sources);
    }

    /**
     * Of a table that a model makes, by the contract beside its SQL.
     *
     * @param file for messages
     * @throws ContractException with every problem of the text
     */
    public static TableRules read(String file, String text) {
        return TableRulesReader.read(file, text);
    }

    /** Of a table of a dataset that comes in: bronze, typed or quarantine. */
    public static TableRules of(Contract contract, TableDefinition table) {
        boolean typed = table.layer() == Layer.SILVER;
        List<ColumnRules> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            List<FieldRule> rules =
                    typed ? contract.field(column.name()).map(Field::rules).orElse(List.of()) : List.of();
            columns.add(new ColumnRules(column.name(), column.required(), rules, null, null));
        }
        return new TableRules(
                table.name(),
                contract.owner(),
                contract.support(),
                columns,
                typed ? contract.requireOneOf() : List.of(),
                keys(contract, table.layer()),
                0,
                List.of(),
                contract.serviceLevel().freshness(),
                table.partitionColumn() == null ? "" : table.partitionColumn());
    }

    /** What comes off the stream, or out of a file, is there once. */
    private static List<UniqueKey> keys(Contract contract, Layer layer) {
        if (layer == Layer.SILVER && contract.field("event_id").isPresent()) {
            // Two copies that are further apart than the writer's memory are there until the exact pass.
            return List.of(new UniqueKey(List.of("_source_system", "event_id"), Severity.WARN));
        }
        if (contract.format() == Format.ROWS) {
            // A file that is landed again under its name is another batch: its lines are no copies.
            return List.of(new UniqueKey(List.of("_batch_id", "_source_position"), Severity.QUARANTINE));
        }
        return layer == Layer.BRONZE
                ? List.of(new UniqueKey(List.of("_source_position"), Severity.QUARANTINE))
                : List.of();
    }
}
