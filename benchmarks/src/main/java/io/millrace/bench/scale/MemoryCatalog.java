package io.millrace.bench.scale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.BaseMetastoreCatalog;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.jspecify.annotations.Nullable;

/**
 * A catalog that keeps its tables' metadata as objects, so that a month of commits takes minutes: what a commit does apart
 * from writing and reading its metadata file is Iceberg's own code. {@link #throughFiles} switches to metadata files, as
 * every real catalog has them, to measure what they cost.
 */
final class MemoryCatalog extends BaseMetastoreCatalog implements SupportsNamespaces {
    private final MemoryFiles files = new MemoryFiles();
    private final Map<TableIdentifier, TableMetadata> tables =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    private final Map<Namespace, Map<String, String>> namespaces = new HashMap<>();
    private boolean throughFiles;

    MemoryFiles files() {
        return files;
    }

    /** Names of all tables. */
    List<TableIdentifier> tables() {
        return List.copyOf(tables.keySet());
    }

    /** A table's newest metadata. */
    TableMetadata metadata(TableIdentifier table) {
        TableMetadata newest = tables.get(table);
        if (newest == null) {
            throw new NoSuchTableException("Cannot find %s", table);
        }
        return newest;
    }

    /** From now on, metadata goes through files, or no longer does. */
    void throughFiles(boolean wanted) {
        if (wanted && !throughFiles) {
            tables.values()
                    .forEach(each ->
                            TableMetadataParser.overwrite(each, files.newOutputFile(each.metadataFileLocation())));
        } else if (throughFiles && !wanted) {
            tables.values().forEach(each -> files.deleteFile(each.metadataFileLocation()));
        }
        throughFiles = wanted;
    }

    @Nullable
    TableMetadata newest(TableIdentifier table) {
        TableMetadata newest = tables.get(table);
        return newest == null || !throughFiles
                ? newest
                : TableMetadataParser.read(files, newest.metadataFileLocation());
    }

    /** Where the newest metadata lies, or null if there is no such table. */
    @Nullable
    String pointer(TableIdentifier table) {
        TableMetadata newest = tables.get(table);
        return newest == null ? null : newest.metadataFileLocation();
    }

    void move(TableIdentifier table, TableMetadata metadata, String location) {
        String before = pointer(table);
        if (throughFiles) {
            TableMetadataParser.write(metadata, files.newOutputFile(location));
        }
        tables.put(
                table,
                TableMetadata.buildFrom(metadata)
                        .discardChanges()
                        .withMetadataLocation(location)
                        .build());
        if (throughFiles && before != null) {
            files.deleteFile(before);
        }
    }

    @Override
    protected TableOperations newTableOps(TableIdentifier table) {
        return new MemoryOperations(this, table);
    }

    @Override
    protected String defaultWarehouseLocation(TableIdentifier table) {
        return "memory://lake/warehouse/" + table.namespace() + "/" + table.name();
    }

    @Override
    public List<TableIdentifier> listTables(Namespace namespace) {
        return tables.keySet().stream()
                .filter(table -> table.namespace().equals(namespace))
                .toList();
    }

    @Override
    public boolean dropTable(TableIdentifier table, boolean purge) {
        return tables.remove(table) != null;
    }

    @Override
    public void renameTable(TableIdentifier from, TableIdentifier to) {
        throw new UnsupportedOperationException("Cannot rename " + from + ": nobody does");
    }

    @Override
    public void createNamespace(Namespace namespace, Map<String, String> metadata) {
        namespaces.put(namespace, metadata);
    }

    @Override
    public List<Namespace> listNamespaces(Namespace namespace) {
        return new ArrayList<>(namespaces.keySet());
    }

    @Override
    public Map<String, String> loadNamespaceMetadata(Namespace namespace) {
        return namespaces.getOrDefault(namespace, Map.of());
    }

    @Override
    public boolean namespaceExists(Namespace namespace) {
        return namespaces.containsKey(namespace);
    }

    @Override
    public boolean dropNamespace(Namespace namespace) {
        return namespaces.remove(namespace) != null;
    }

    @Override
    public boolean setProperties(Namespace namespace, Map<String, String> properties) {
        throw new UnsupportedOperationException("Cannot change " + namespace + ": nobody does");
    }

    @Override
    public boolean removeProperties(Namespace namespace, Set<String> properties) {
        throw new UnsupportedOperationException("Cannot change " + namespace + ": nobody does");
    }
}
