package io.millrace.bench.lake;

import java.util.Objects;
import java.util.UUID;
import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;
import org.jspecify.annotations.Nullable;

/** One table's commits: compare and swap of where its metadata lies, as in the Glue catalog. */
final class MemoryOperations implements TableOperations {
    private final MemoryCatalog catalog;
    private final TableIdentifier table;
    private @Nullable TableMetadata current;

    MemoryOperations(MemoryCatalog catalog, TableIdentifier table) {
        this.catalog = catalog;
        this.table = table;
    }

    @Override
    @SuppressWarnings("NullAway") // null before the table is made, which Iceberg asks for and does not say
    public TableMetadata current() {
        return current == null ? refresh() : current;
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public TableMetadata refresh() {
        catalog.calls().add(Call.GLUE_REQUEST);
        if (current == null || !Objects.equals(catalog.pointer(table), current.metadataFileLocation())) {
            current = catalog.newest(table);
        }
        return current;
    }

    @Override
    public void commit(@Nullable TableMetadata base, TableMetadata metadata) {
        // The entry is read, and changed if it is still the same.
        catalog.calls().add(Call.GLUE_REQUEST, 2);
        if (!Objects.equals(catalog.pointer(table), base == null ? null : base.metadataFileLocation())) {
            throw new CommitFailedException("Cannot commit to %s: somebody was first", table);
        }
        String file = "%05d-%s.metadata.json".formatted(metadata.lastSequenceNumber(), UUID.randomUUID());
        catalog.move(table, metadata, file(metadata, file));
        current = null;
    }

    @Override
    public FileIO io() {
        return catalog.files();
    }

    @Override
    public String metadataFileLocation(String fileName) {
        return file(current(), fileName);
    }

    @Override
    public LocationProvider locationProvider() {
        return LocationProviders.locationsFor(current().location(), current().properties());
    }

    private static String file(TableMetadata metadata, String name) {
        return metadata.location() + "/metadata/" + name;
    }
}
