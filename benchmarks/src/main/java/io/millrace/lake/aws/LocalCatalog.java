package io.millrace.lake.aws;

import java.util.Map;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/** Tables whose metadata is in memory, and whose data and manifests are on this machine's disk. */
final class LocalCatalog extends InMemoryCatalog {
    private final FileIO files;
    private final CallCount calls;

    private LocalCatalog(FileIO files, CallCount calls) {
        this.files = files;
        this.calls = calls;
    }

    /** @param calls counts what Glue's catalog would ask: the entry and its metadata file, each time anew */
    static LocalCatalog empty(CallCount calls) {
        LocalCatalog catalog = new LocalCatalog(new LocalFileIO(calls), calls);
        catalog.initialize("local", Map.of());
        return catalog;
    }

    @Override
    protected TableOperations newTableOps(TableIdentifier table) {
        return new LocalOperations(super.newTableOps(table));
    }

    private final class LocalOperations implements TableOperations {
        private final TableOperations inMemory;

        LocalOperations(TableOperations inMemory) {
            this.inMemory = inMemory;
        }

        @Override
        public TableMetadata current() {
            return inMemory.current();
        }

        @Override
        public TableMetadata refresh() {
            calls.add(Call.GLUE_REQUEST);
            calls.add(Call.S3_GET);
            return inMemory.refresh();
        }

        @Override
        public void commit(TableMetadata base, TableMetadata metadata) {
            // The metadata file is written; the entry is read, and changed if it is still the same.
            calls.add(Call.S3_PUT);
            calls.add(Call.GLUE_REQUEST, 2);
            inMemory.commit(base, metadata);
        }

        @Override
        public FileIO io() {
            return files;
        }

        @Override
        public String metadataFileLocation(String fileName) {
            return inMemory.metadataFileLocation(fileName);
        }

        @Override
        public LocationProvider locationProvider() {
            return inMemory.locationProvider();
        }
    }
}
