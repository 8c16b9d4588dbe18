package io.millrace.serving.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.Field;
import io.millrace.serving.model.Model;
import java.util.List;
import java.util.Locale;

/** What contracts promise, as the catalog shows it: datasets that come in, and models made of them. */
public final class DatasetJson {
    private DatasetJson() {}

    public static ObjectNode catalog(Contracts contracts, List<Model> models) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode datasets = json.putArray("datasets");
        contracts.all().forEach(contract -> dataset(datasets.addObject(), contract));
        ArrayNode made = json.putArray("models");
        models.forEach(model -> model(made.addObject(), model));
        return json;
    }

    private static void dataset(ObjectNode json, Contract contract) {
        json.put("name", contract.dataset())
                .put("version", contract.version())
                .put("status", contract.about().status())
                .put("domain", contract.domain())
                .put("owner", contract.owner())
                .put("description", contract.description())
                .put("usage", contract.about().usage())
                .put("limitations", contract.about().limitations())
                .put("granularity", contract.about().granularity())
                .put("freshness", contract.serviceLevel().freshness().toString())
                .put("raw_retention", contract.serviceLevel().rawRetention().toString())
                .put("typed_retention", contract.serviceLevel().typedRetention().toString());
        json.putArray("tables")
                .add(contract.bronze().name())
                .add(contract.silver().name())
                .add(contract.quarantine().name());
        ArrayNode fields = json.putArray("fields");
        for (Field field : contract.fields()) {
            fields.addObject()
                    .put("name", field.name())
                    .put("type", field.column().typeName())
                    .put("required", field.required())
                    .put("description", field.description())
                    .put("classification", field.classification().name().toLowerCase(Locale.ROOT));
        }
    }

    private static void model(ObjectNode json, Model model) {
        json.put("table", model.table())
                .put("layer", model.layer())
                .put("kind", model.view() ? "view" : "table")
                .put("file", model.file());
        if (model.contract() != null) {
            json.put("domain", model.contract().domain())
                    .put("owner", model.contract().owner())
                    .put("description", model.contract().description());
        }
        ArrayNode sources = json.putArray("sources");
        model.sources().forEach(sources::add);
    }
}
