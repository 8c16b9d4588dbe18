package io.millrace.job.quality;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.TableDefinition;
import io.millrace.contract.TableRules;
import io.millrace.job.Layer;
import io.millrace.job.model.BundledModels;
import java.util.ArrayList;
import java.util.List;

/** Every table that a contract says something about: those of datasets that come in, and those that models make. */
final class CheckedTables {
    private CheckedTables() {}

    static List<CheckedTable> all() {
        List<CheckedTable> tables = new ArrayList<>();
        for (Contract contract : Contracts.bundled().all()) {
            for (TableDefinition table : List.of(contract.bronze(), contract.silver(), contract.quarantine())) {
                Layer layer = table.layer() == io.millrace.contract.Layer.SILVER ? Layer.SILVER : Layer.BRONZE;
                tables.add(new CheckedTable(layer, TableRules.of(contract, table)));
            }
        }
        for (List<String> models : List.of(BundledModels.SILVER, BundledModels.GOLD)) {
            BundledModels.of(models, List.of())
                    .forEach(model ->
                            tables.add(new CheckedTable(model.contract().layer(), model.rules())));
        }
        return tables;
    }

    /**
     * Those of some names, with or without their layer; all where none is given.
     *
     * @throws IllegalArgumentException if no contract knows a name
     */
    static List<CheckedTable> of(List<String> names) {
        List<CheckedTable> all = all();
        for (String name : names) {
            if (all.stream().noneMatch(table -> is(table, name))) {
                throw new IllegalArgumentException("Cannot check table " + name + ": no contract knows it, but "
                        + String.join(", ", all.stream().map(CheckedTable::path).toList()));
            }
        }
        return all.stream()
                .filter(table -> names.isEmpty() || names.stream().anyMatch(name -> is(table, name)))
                .toList();
    }

    private static boolean is(CheckedTable table, String name) {
        return table.name().equals(name) || table.path().equals(name);
    }
}
