package io.millrace.infra;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.glue.CfnTable;
import software.constructs.Construct;

/**
 * A view as Athena itself keeps one in the Glue catalog. So it is there before its tables are, and no query has to run in
 * a deployment; one that asks it too early is told which table is missing.
 */
final class LakeView extends Construct {
    LakeView(Construct scope, Names names, String layer, String view, String sql, ViewContract contract) {
        super(scope, layer + "-" + view);
        CfnTable.Builder.create(this, "View")
                .catalogId(names.account())
                .databaseName(names.database(layer))
                .tableInput(CfnTable.TableInputProperty.builder()
                        .name(view)
                        .description(contract.description())
                        .tableType("VIRTUAL_VIEW")
                        // Athena's engine runs a view in the name of its owner and asks for one.
                        .owner("millrace")
                        .parameters(Map.of("presto_view", "true", "comment", "Presto View"))
                        .viewOriginalText("/* Presto View: " + encoded(names, layer, sql, contract) + " */")
                        .viewExpandedText("/* Presto View */")
                        .storageDescriptor(CfnTable.StorageDescriptorProperty.builder()
                                .columns(columns(contract))
                                .build())
                        .build())
                .build();
    }

    private static String encoded(Names names, String layer, String sql, ViewContract contract) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("originalSql", sql);
        view.put("catalog", "awsdatacatalog");
        view.put("schema", names.database(layer));
        contract.columns()
                .forEach(column -> view.withArray("columns")
                        .addObject()
                        .put("name", column.name())
                        .put("type", column.sqlType()));
        return Base64.getEncoder().encodeToString(view.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<CfnTable.ColumnProperty> columns(ViewContract contract) {
        return contract.columns().stream()
                .map(column -> CfnTable.ColumnProperty.builder()
                        .name(column.name())
                        .type(column.type())
                        .comment(column.description())
                        .build())
                .toList();
    }
}
