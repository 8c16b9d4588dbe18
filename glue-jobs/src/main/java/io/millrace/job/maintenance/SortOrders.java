package io.millrace.job.maintenance;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.job.Layer;
import io.millrace.job.model.BundledModels;
import io.millrace.job.model.ModelContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;

/** In which order a table's files are written again, as its contract says ({@code millrace.sortedBy}). */
record SortOrders(Map<TableName, List<String>> columns) {
    SortOrders {
        columns = Map.copyOf(columns);
    }

    /** Those of all contracts of the jar, of datasets and of models. */
    static SortOrders bundled() {
        Map<TableName, List<String>> columns = new HashMap<>();
        for (Contract contract : Contracts.bundled().all()) {
            columns.put(new TableName(Layer.SILVER, contract.silverTable()), contract.sortedBy());
        }
        for (ModelContract model : BundledModels.contracts()) {
            columns.put(new TableName(model.layer(), model.name()), model.sortedBy());
        }
        return new SortOrders(columns);
    }

    /** Empty where the contract wants none: the files then stay in the order of arrival. */
    Optional<SortOrder> of(TableName name, Table table) {
        List<String> wanted = columns.getOrDefault(name, List.of());
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        SortOrder.Builder order = SortOrder.builderFor(table.schema());
        wanted.forEach(order::asc);
        return Optional.of(order.build());
    }
}
