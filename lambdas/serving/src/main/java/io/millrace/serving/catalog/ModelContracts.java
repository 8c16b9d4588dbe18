package io.millrace.serving.catalog;

import io.millrace.contract.Classification;
import io.millrace.serving.model.Model;
import io.millrace.serving.model.ModelContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables that models make. */
public final class ModelContracts {
    private ModelContracts() {}

    public static List<TableContract> of(List<Model> models) {
        List<TableContract> tables = new ArrayList<>();
        for (Model model : models) {
            ModelContract contract = model.contract();
            if (contract != null) {
                tables.add(table(model, contract));
            }
        }
        return tables;
    }

    private static TableContract table(Model model, ModelContract contract) {
        Map<String, TableContract.Promise> columns = new HashMap<>();
        contract.columns().forEach((name, column) -> {
            Classification said = column.classification();
            columns.put(
                    name, new TableContract.Promise(column.doc(), said == null ? Classification.CONFIDENTIAL : said));
        });
        return new TableContract(
                model.table(),
                model.layer(),
                null,
                contract.domain(),
                contract.owner(),
                contract.description(),
                columns);
    }
}
