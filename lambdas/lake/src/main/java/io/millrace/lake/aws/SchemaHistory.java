package io.millrace.lake.aws;

import static io.millrace.contract.ColumnType.LONG;
import static io.millrace.contract.ColumnType.STRING;
import static io.millrace.contract.ColumnType.TIMESTAMP;

import io.millrace.contract.Column;
import io.millrace.contract.Layer;
import io.millrace.contract.TableDefinition;
import io.millrace.evolution.DeployedContracts;
import io.millrace.lake.DataFileRef;
import io.millrace.store.ObjectStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Which contracts are deployed, and all that ever changed in them: the table {@code ENV_ops.schema_changes}, append-only.
 *
 * <p>The deployed contracts are an object under {@code system/contracts/}. A property of the table names it and moves in
 * the same Iceberg transaction that appends the rows of its changes, so that a migration that is cut off or runs twice
 * records each change once.
 */
final class SchemaHistory {
    static final TableDefinition TABLE = new TableDefinition(
            "schema_changes",
            Layer.OPS,
            "schema_changes",
            List.of(
                    Column.of("deployment", LONG, true, "Number of the deployment that made the change"),
                    Column.of("dataset", STRING, true, "Whose contract changed"),
                    Column.of("from_version", STRING, false, "Version before; null for a new dataset"),
                    Column.of("to_version", STRING, false, "Version after; null for a dataset that is gone"),
                    Column.of("verdict", STRING, true, "compatible, breaking (and accepted) or rollback"),
                    Column.of("place", STRING, true, "The field or the part of the contract"),
                    Column.of("change", STRING, true, "What happened to it"),
                    Column.of("reason", STRING, true, "Why it is compatible or breaking"),
                    Column.of("table_change", STRING, true, "What became of the silver table"),
                    Column.of("applied_at", TIMESTAMP, true, "When the tables had been brought along"),
                    Column.of("contract_digest", STRING, true, "SHA-256 of the set of contracts deployed")),
            null);

    /** Name of the object that holds the deployed contracts: never set it by hand. */
    static final String DEPLOYED = "millrace.deployed";
    /** The last of them that was told of. */
    static final String NOTIFIED = "millrace.notified";

    private static final String FOLDER = "contracts/";

    private final Catalog catalog;
    private final TableIdentifier identifier;
    private final ObjectStore store;
    private final Supplier<String> ids;

    /** @param ids makes names that were never used */
    SchemaHistory(Catalog catalog, Databases databases, ObjectStore store, Supplier<String> ids) {
        this.catalog = catalog;
        this.identifier = databases.table(TABLE);
        this.store = store;
        this.ids = ids;
    }

    /** The contracts that the tables follow; empty before the first deployment. */
    Optional<DeployedContracts> deployed() {
        return Optional.ofNullable(properties().get(DEPLOYED)).map(this::read);
    }

    /** The deployed contracts, if nobody was told of them yet. */
    Optional<DeployedContracts> untold() {
        Map<String, String> properties = properties();
        return Optional.ofNullable(properties.get(DEPLOYED))
                .filter(name -> !name.equals(properties.get(NOTIFIED)))
                .map(this::read);
    }

    /** Notes that the deployed contracts were told of. */
    void told() {
        Table table = catalog.loadTable(identifier);
        String name = table.properties().get(DEPLOYED);
        if (name != null) {
            table.updateProperties().set(NOTIFIED, name).commit();
        }
    }

    /**
     * Makes {@code next} the deployed contracts, with rows for what changed.
     *
     * @param before what was deployed when {@code next} was compared with it
     * @throws IllegalStateException if something else has been deployed since; nothing is recorded then
     */
    void record(@Nullable DeployedContracts before, DeployedContracts next, List<Object[]> rows) {
        String name = FOLDER + "%06d-%s.json".formatted(next.number(), ids.get());
        store.write(store.root() + name, next.toJson());
        Table table = catalog.loadTable(identifier);
        requireStill(before, table.properties());
        Transaction transaction = table.newTransaction();
        if (!rows.isEmpty()) {
            AppendFiles append = transaction.newAppend().set(DEPLOYED, name).validateWith(newestFirst -> {
                requireStill(before, transaction.table().properties());
                return true;
            });
            DataFileRef file = write(table, next.number(), rows);
            append.appendFile(DataFileJson.read(file.descriptor(), table.specs()));
            append.commit();
        }
        transaction.updateProperties().set(DEPLOYED, name).commit();
        transaction.commitTransaction();
    }

    private DataFileRef write(Table table, long number, List<Object[]> rows) {
        OpenTable open = new OpenTable(identifier.toString(), table, RowBinding.of(TABLE, table.schema()));
        return new ParquetDataFiles(open, "deployment-" + number)
                .write(new PartitionKey(table.spec(), table.schema()), rows);
    }

    private void requireStill(@Nullable DeployedContracts before, Map<String, String> properties) {
        String name = properties.get(DEPLOYED);
        long found =
                name == null ? 0 : Long.parseLong(name.substring(FOLDER.length(), name.indexOf('-', FOLDER.length())));
        if (found != (before == null ? 0 : before.number())) {
            throw new IllegalStateException("Cannot record deployment in " + identifier + ": deployment " + found
                    + " came in between; run the migration again");
        }
    }

    private Map<String, String> properties() {
        return catalog.tableExists(identifier) ? catalog.loadTable(identifier).properties() : Map.of();
    }

    private DeployedContracts read(String name) {
        return DeployedContracts.fromJson(store.read(store.root() + name));
    }
}
