package io.millrace.lake.aws;

import io.millrace.contract.TableDefinition;
import io.millrace.lake.aws.TableChange.ColumnChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;

/**
 * Brings databases and tables to what the contracts say. It may run at any time, also beside live commits, and again
 * after it was cut off: what is there already is left alone.
 */
public final class Migration {
    private static final int TRIES = 10;

    private final Catalog catalog;
    private final SupportsNamespaces namespaces;
    private final Databases databases;
    private final String warehouse;

    /** @param warehouse URI under which each database has a folder */
    public <C extends Catalog & SupportsNamespaces> Migration(C catalog, Databases databases, String warehouse) {
        this.catalog = catalog;
        this.namespaces = catalog;
        this.databases = databases;
        this.warehouse = warehouse;
    }

    /**
     * Creates and evolves tables.
     *
     * @throws MigrationRefusedException if any table would have to change in a way that breaks readers; then none changes
     */
    public MigrationResult apply(List<TableDefinition> definitions) {
        return apply(definitions, Set.of());
    }

    /**
     * As {@link #apply(List)}, where readers of some tables are to live with what breaks them.
     *
     * @param agreed the datasets whose tables these are
     */
    public MigrationResult apply(List<TableDefinition> definitions, Set<String> agreed) {
        databases.all().forEach(this::ensure);
        List<String> refusals = new ArrayList<>();
        for (TableDefinition definition : definitions) {
            TableIdentifier identifier = databases.table(definition);
            if (catalog.tableExists(identifier)) {
                refusals.addAll(
                        Evolution.of(definition, catalog.loadTable(identifier), agreed.contains(definition.dataset()))
                                .refusals());
            }
        }
        if (!refusals.isEmpty()) {
            throw new MigrationRefusedException(refusals);
        }
        List<String> created = new ArrayList<>();
        Map<String, List<String>> evolved = new TreeMap<>();
        for (TableDefinition definition : definitions) {
            TableIdentifier identifier = databases.table(definition);
            if (!catalog.tableExists(identifier)) {
                create(identifier, definition);
                created.add(identifier.toString());
                continue;
            }
            List<String> changes = evolve(identifier, definition, agreed.contains(definition.dataset()));
            if (!changes.isEmpty()) {
                evolved.put(identifier.toString(), changes);
            }
        }
        return new MigrationResult(definitions.size(), created, evolved);
    }

    private void ensure(Namespace namespace) {
        if (!namespaces.namespaceExists(namespace)) {
            namespaces.createNamespace(namespace, Map.of("location", warehouse + "/" + namespace));
        }
    }

    private void create(TableIdentifier identifier, TableDefinition definition) {
        Schema schema = TableShape.schema(definition);
        Map<String, String> properties = new TreeMap<>(TableSettings.of(definition));
        properties.put(TableSettings.REQUIRED, TableSettings.required(definition));
        properties.put(TableProperties.FORMAT_VERSION, "2");
        catalog.createTable(
                identifier,
                schema,
                TableShape.spec(definition, schema),
                warehouse + "/" + identifier.namespace() + "/" + identifier.name(),
                properties);
    }

    private List<String> evolve(TableIdentifier identifier, TableDefinition definition, boolean agreed) {
        for (int tries = 1; ; tries++) {
            Table table = catalog.loadTable(identifier);
            TableChange change = Evolution.of(definition, table, agreed);
            if (!change.refusals().isEmpty()) {
                throw new MigrationRefusedException(change.refusals());
            }
            if (change.isEmpty()) {
                return List.of();
            }
            try {
                return commit(table, change);
            } catch (CommitFailedException e) {
                // A schema change is made for the schema that it saw, so Iceberg does not retry it by itself.
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static List<String> commit(Table table, TableChange change) {
        Transaction transaction = table.newTransaction();
        List<String> done = new ArrayList<>();
        if (!change.schema().isEmpty()) {
            UpdateSchema update = transaction.updateSchema();
            for (ColumnChange column : change.schema()) {
                column.change().accept(update);
                done.add(column.description());
            }
            update.commit();
        }
        if (!change.properties().isEmpty()) {
            UpdateProperties update = transaction.updateProperties();
            change.properties().forEach((name, value) -> {
                update.set(name, value);
                done.add("set " + name);
            });
            update.commit();
        }
        transaction.commitTransaction();
        return done;
    }
}
