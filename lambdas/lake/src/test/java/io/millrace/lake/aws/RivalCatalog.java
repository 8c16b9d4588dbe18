package io.millrace.lake.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/** A catalog in memory in which something happens just before the next commit lands, or just after. */
final class RivalCatalog extends InMemoryCatalog {
    private final Deque<Runnable> before = new ArrayDeque<>();
    private final Deque<Runnable> after = new ArrayDeque<>();

    static RivalCatalog empty() {
        RivalCatalog catalog = new RivalCatalog();
        catalog.initialize("test", Map.of());
        return catalog;
    }

    /** Runs once, before the next commit is compared with what the table is then. */
    void beforeNextCommit(Runnable rival) {
        before.add(rival);
    }

    /** Runs once, after the next commit has landed and before its answer. */
    void afterNextCommit(Runnable fault) {
        after.add(fault);
    }

    /** Forgets what was to happen at a commit that did not come. */
    void nothingMore() {
        before.clear();
        after.clear();
    }

    @Override
    protected TableOperations newTableOps(TableIdentifier table) {
        return new RivalOperations(super.newTableOps(table));
    }

    private static void runNext(Deque<Runnable> queue) {
        Runnable next = queue.poll();
        if (next != null) {
            next.run();
        }
    }

    private final class RivalOperations implements TableOperations {
        private final TableOperations real;

        RivalOperations(TableOperations real) {
            this.real = real;
        }

        @Override
        public TableMetadata current() {
            return real.current();
        }

        @Override
        public TableMetadata refresh() {
            return real.refresh();
        }

        @Override
        public void commit(TableMetadata base, TableMetadata metadata) {
            runNext(before);
            real.commit(base, metadata);
            runNext(after);
        }

        @Override
        public FileIO io() {
            return real.io();
        }

        @Override
        public String metadataFileLocation(String fileName) {
            return real.metadataFileLocation(fileName);
        }

        @Override
        public LocationProvider locationProvider() {
            return real.locationProvider();
        }

        @Override
        public TableOperations temp(TableMetadata uncommitted) {
            return real.temp(uncommitted);
        }

        @Override
        public long newSnapshotId() {
            return real.newSnapshotId();
        }
    }
}
