package io.millrace.serving.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.Table;

/** The Glue catalog. */
public final class GlueLakeTables implements LakeTables {
    private final GlueClient glue;

    public GlueLakeTables(GlueClient glue) {
        this.glue = glue;
    }

    @Override
    public List<ListedTable> in(String database) throws CatalogUnavailableException {
        try {
            return glue.getTablesPaginator(request -> request.databaseName(database)).stream()
                    .flatMap(page -> page.tableList().stream())
                    .map(table -> listed(database, table))
                    .sorted(Comparator.comparing(ListedTable::name))
                    .toList();
        } catch (EntityNotFoundException noSuchLayerYet) {
            return List.of();
        } catch (SdkException e) {
            throw new CatalogUnavailableException("Cannot list the tables of " + database, e);
        }
    }

    private static ListedTable listed(String database, Table table) {
        Map<String, String> parameters = table.hasParameters() ? table.parameters() : Map.of();
        List<Column> columns = table.storageDescriptor() == null
                ? List.of()
                : table.storageDescriptor().columns();
        return new ListedTable(
                database,
                table.name(),
                "VIRTUAL_VIEW".equals(table.tableType()),
                parameters.get("metadata_location"),
                columns.stream().map(GlueLakeTables::listed).toList());
    }

    private static ListedColumn listed(Column column) {
        return new ListedColumn(column.name(), column.type(), false, column.comment() == null ? "" : column.comment());
    }
}
