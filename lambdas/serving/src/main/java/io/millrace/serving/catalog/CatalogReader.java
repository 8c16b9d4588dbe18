package io.millrace.serving.catalog;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts together what contracts, the catalog and the tables' own metadata say. */
public final class CatalogReader {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogReader.class);
    private static final List<String> LAYERS = List.of("gold", "silver", "bronze", "ops");

    private final LakeTables lake;
    private final MetadataFiles files;
    private final Map<String, TableContract> contracts = new HashMap<>();
    private final String environment;
    private final InstantSource clock;

    /** What metadata files say: one that is written never changes, so it is read once. */
    private final Map<String, TableMetadata> read = new ConcurrentHashMap<>();

    /** @param environment prefix of the databases' names */
    public CatalogReader(
            LakeTables lake,
            MetadataFiles files,
            List<TableContract> contracts,
            String environment,
            InstantSource clock) {
        this.lake = lake;
        this.files = files;
        contracts.forEach(contract -> this.contracts.put(contract.table(), contract));
        this.environment = environment;
        this.clock = clock;
    }

    public Catalog read() throws CatalogUnavailableException {
        List<ListedTable> listed = new ArrayList<>();
        Together.all(LAYERS, layer -> lake.in(database(layer))).forEach(listed::addAll);
        List<CatalogTable> tables = Together.all(listed, this::table);
        read.keySet().retainAll(listed.stream().map(ListedTable::metadata).toList());
        return new Catalog(tables, clock.instant());
    }

    private String database(String layer) {
        return environment + "_" + layer;
    }

    private CatalogTable table(ListedTable table) {
        String layer = table.database().substring(environment.length() + 1);
        TableContract contract = contract(table.name(), layer);
        TableMetadata metadata = metadata(table);
        List<ListedColumn> columns =
                metadata == null || metadata.columns().isEmpty() ? table.columns() : metadata.columns();
        return new CatalogTable(
                table.database(),
                table.name(),
                contract == null ? layer : contract.layer(),
                table.view(),
                contract,
                columns.stream().map(column -> column(column, contract)).toList(),
                metadata == null ? null : metadata.state());
    }

    /** A contract is for one layer; a table of its name elsewhere is another table. */
    private @Nullable TableContract contract(String table, String layer) {
        TableContract contract = contracts.get(table);
        if (contract == null) {
            return null;
        }
        String home = contract.layer().equals("quarantine") ? "bronze" : contract.layer();
        return home.equals(layer) ? contract : null;
    }

    /** A table whose metadata cannot be read is told of without: it must not hide the others. */
    private @Nullable TableMetadata metadata(ListedTable table) {
        String location = table.metadata();
        if (location == null) {
            return null;
        }
        TableMetadata known = read.get(location);
        if (known != null) {
            return known;
        }
        try {
            TableMetadata found = files.read(location);
            read.put(location, found);
            return found;
        } catch (CatalogUnavailableException e) {
            LOG.warn("Table {} is told of without its metadata", table.name(), e);
            return null;
        }
    }

    private static CatalogColumn column(ListedColumn column, @Nullable TableContract contract) {
        TableContract.Promise promise =
                contract == null ? null : contract.columns().get(column.name());
        return new CatalogColumn(
                column.name(),
                column.type(),
                column.required(),
                column.doc().isEmpty() && promise != null ? promise.doc() : column.doc(),
                promise == null ? null : promise.classification());
    }
}
