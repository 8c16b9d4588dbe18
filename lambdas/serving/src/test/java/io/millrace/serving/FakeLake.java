package io.millrace.serving;

import io.millrace.serving.catalog.CatalogUnavailableException;
import io.millrace.serving.catalog.LakeTables;
import io.millrace.serving.catalog.ListedColumn;
import io.millrace.serving.catalog.ListedTable;
import io.millrace.serving.catalog.MetadataFiles;
import io.millrace.serving.catalog.TableMetadata;
import io.millrace.serving.catalog.TableState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A catalog and its metadata files in memory; a table's file has another name after each commit. */
public final class FakeLake implements LakeTables, MetadataFiles {
    public int listings;
    public int reads;
    public boolean away;

    /** A table whose metadata file cannot be read. */
    public String broken = "";

    private final List<ListedTable> tables = new ArrayList<>();
    private int commits = 1;

    /** Adds a table with text columns. */
    public FakeLake with(String database, String name, String... columns) {
        tables.add(new ListedTable(database, name, false, "s3://lake/" + name + "/1.json", columns(columns)));
        return this;
    }

    public FakeLake withView(String database, String name, String... columns) {
        tables.add(new ListedTable(database, name, true, null, columns(columns)));
        return this;
    }

    public void commit(String name) {
        commits++;
        tables.replaceAll(table -> table.name().equals(name)
                ? new ListedTable(
                        table.database(), name, false, "s3://lake/" + name + "/" + commits + ".json", table.columns())
                : table);
    }

    @Override
    public synchronized List<ListedTable> in(String database) throws CatalogUnavailableException {
        listings++;
        if (away) {
            throw new CatalogUnavailableException("away", new IOException());
        }
        return tables.stream()
                .filter(table -> table.database().equals(database))
                .toList();
    }

    @Override
    public synchronized TableMetadata read(String location) throws CatalogUnavailableException {
        reads++;
        ListedTable table = tables.stream()
                .filter(each -> location.equals(each.metadata()))
                .findFirst()
                .orElseThrow();
        if (table.name().equals(broken)) {
            throw new CatalogUnavailableException("gone", new IOException());
        }
        return new TableMetadata(
                table.columns(), new TableState(7_000_000_000_000_000_001L, Instant.EPOCH, 100L * commits, 2, 4096));
    }

    private static List<ListedColumn> columns(String... names) {
        return Stream.of(names)
                .map(name -> new ListedColumn(name, name.equals("age") ? "int" : "string", false, ""))
                .toList();
    }
}
