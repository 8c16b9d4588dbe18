package io.millrace.lake.aws;

import io.millrace.contract.TableDefinition;
import io.millrace.lake.TablesException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * Tables loaded for writing, kept for a minute: metadata that old is still right for a data file, since a table never
 * forgets a schema or a partition spec. One that does not fit its contract is loaded again each time.
 */
public final class OpenTables {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Kept(OpenTable table, Instant since) {}

    private final Catalog catalog;
    private final Databases databases;
    private final Clock clock;
    private final Map<TableDefinition, Kept> kept = new ConcurrentHashMap<>();

    public OpenTables(Catalog catalog, Databases databases, Clock clock) {
        this.catalog = catalog;
        this.databases = databases;
        this.clock = clock;
    }

    /** The table of a contract, as it was at most a minute ago. */
    OpenTable open(TableDefinition definition) {
        Instant now = clock.instant();
        Kept found = kept.get(definition);
        if (found != null && now.isBefore(found.since().plus(KEPT))) {
            return found.table();
        }
        OpenTable open = load(definition);
        kept.put(definition, new Kept(open, now));
        return open;
    }

    /** A table that does not fit its contract is one that was not migrated yet: nothing that its rows could help. */
    private OpenTable load(TableDefinition definition) {
        TableIdentifier identifier = databases.table(definition);
        try {
            Table table = catalog.loadTable(identifier);
            return new OpenTable(identifier.toString(), table, RowBinding.of(definition, table.schema()));
        } catch (RuntimeException e) {
            throw new TablesException("Cannot open table " + identifier + " for writing", e);
        }
    }
}
