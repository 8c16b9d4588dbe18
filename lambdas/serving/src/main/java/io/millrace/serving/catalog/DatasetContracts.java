package io.millrace.serving.catalog;

import io.millrace.contract.Classification;
import io.millrace.contract.Column;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.Layer;
import io.millrace.contract.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The tables that follow from datasets' contracts. */
public final class DatasetContracts {
    /** Hold what a sender wrote, so they are as secret as the most secret thing that it may hold. */
    private static final Set<String> AS_RECEIVED = Set.of("payload", "_context", "_reason", "event_id");

    private DatasetContracts() {}

    public static List<TableContract> of(Contracts contracts) {
        List<TableContract> tables = new ArrayList<>();
        for (Contract contract : contracts.all()) {
            tables.add(table(contract, contract.bronze(), "Every event of " + contract.dataset() + ", as received"));
            tables.add(table(contract, contract.silver(), contract.description()));
            tables.add(
                    table(contract, contract.quarantine(), "Events that broke the contract of " + contract.dataset()));
        }
        TableDefinition undecodable = Contracts.undecodable();
        tables.add(new TableContract(
                undecodable.name(),
                layer(undecodable),
                null,
                "",
                "",
                "Stream records of which not even the dataset could be read",
                promises(undecodable, Map.of(), Classification.RESTRICTED)));
        return tables;
    }

    private static TableContract table(Contract contract, TableDefinition table, String description) {
        Map<String, Classification> own = new LinkedHashMap<>();
        contract.fields().forEach(field -> own.put(field.name(), field.classification()));
        contract.derived().forEach(column -> own.put(column.column().name(), column.classification()));
        Classification most =
                own.values().stream().max(Classification::compareTo).orElse(Classification.CONFIDENTIAL);
        return new TableContract(
                table.name(),
                layer(table),
                contract.dataset(),
                contract.domain(),
                contract.owner(),
                description,
                promises(table, table.layer() == Layer.SILVER ? own : Map.of(), most));
    }

    private static Map<String, TableContract.Promise> promises(
            TableDefinition table, Map<String, Classification> own, Classification most) {
        Map<String, TableContract.Promise> promises = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            Classification platforms = AS_RECEIVED.contains(column.name()) ? most : Classification.INTERNAL;
            promises.put(
                    column.name(), new TableContract.Promise(column.doc(), own.getOrDefault(column.name(), platforms)));
        }
        return promises;
    }

    private static String layer(TableDefinition table) {
        return table.layer().name().toLowerCase(Locale.ROOT);
    }
}
