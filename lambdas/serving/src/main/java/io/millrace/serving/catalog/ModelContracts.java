package io.millrace.serving.catalog;

import io.millrace.contract.Classification;
import io.millrace.model.QueryColumn;
import io.millrace.model.QueryContract;
import io.millrace.serving.model.Model;
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
            QueryContract contract = model.contract();
            if (contract != null) {
                tables.add(table(model, contract));
            }
        }
        return tables;
    }

    private static TableContract table(Model model, QueryContract contract) {
        Map<String, TableContract.Promise> columns = new HashMap<>();
        for (QueryColumn column : contract.columns()) {
            Classification said = column.classification();
            columns.put(
                    column.name(),
                    new TableContract.Promise(column.description(), said == null ? Classification.CONFIDENTIAL : said));
        }
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
