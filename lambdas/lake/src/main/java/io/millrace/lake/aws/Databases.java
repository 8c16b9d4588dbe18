package io.millrace.lake.aws;

import io.millrace.contract.TableDefinition;
import java.util.List;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * The databases of an environment: {@code ENV_bronze}, {@code ENV_silver}, {@code ENV_gold}, {@code ENV_ops}. Quarantine
 * lives with bronze.
 */
public record Databases(String environment) {
    /** All four. */
    public List<Namespace> all() {
        return List.of(named("bronze"), named("silver"), named("gold"), named("ops"));
    }

    /** Where a table lives. */
    public TableIdentifier table(TableDefinition definition) {
        String database = switch (definition.layer()) {
            case BRONZE, QUARANTINE -> "bronze";
            case SILVER -> "silver";
            case OPS -> "ops";
        };
        return TableIdentifier.of(named(database), definition.name());
    }

    private Namespace named(String layer) {
        return Namespace.of(environment + "_" + layer);
    }
}
