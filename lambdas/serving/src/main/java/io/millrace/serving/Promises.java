package io.millrace.serving;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contract.Contracts;
import io.millrace.serving.catalog.DatasetJson;
import io.millrace.serving.http.RefusalException;
import io.millrace.serving.lineage.Lineage;
import io.millrace.serving.lineage.LineageJson;
import io.millrace.serving.lineage.LineageReader;
import io.millrace.serving.model.Model;
import java.util.List;

/** What was packed with this function: contracts, models and the lineage that follows from them. It never changes. */
final class Promises {
    private final ObjectNode catalog;
    private final Lineage lineage;

    Promises(Contracts contracts, List<Model> models) {
        this.catalog = DatasetJson.catalog(contracts, models);
        this.lineage = LineageReader.of(contracts, models);
    }

    ObjectNode catalog() {
        return catalog;
    }

    ObjectNode lineage(String name) throws RefusalException {
        return lineage.find(name)
                .map(node -> LineageJson.of(lineage, node))
                .orElseThrow(() -> new RefusalException(
                        404, "unknown_table", "Cannot find a dataset or table of that name; GET /catalog lists all"));
    }
}
