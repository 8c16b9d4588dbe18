package io.millrace.job.exact;

import io.millrace.exact.PassMark;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.encryption.EncryptionManager;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/**
 * Commits to a table only while it holds a given pass: asked on every try, of the very metadata that this try replaces.
 * Iceberg of this version has no condition for it.
 */
record MarkedOperations(TableOperations table, PassMark before) implements TableOperations {
    /** The pass that a table's metadata says it holds. */
    static PassMark mark(TableMetadata metadata) {
        return PassMark.parse(metadata.property(PassMark.PROPERTY, null));
    }

    /** @throws OtherPassException if the table holds another pass; nothing was changed */
    @Override
    public void commit(TableMetadata base, TableMetadata metadata) {
        PassMark now = mark(base);
        if (!now.equals(before)) {
            throw new OtherPassException(
                    "Cannot commit after pass " + before.pass() + ": the table holds pass " + now.pass());
        }
        table.commit(base, metadata);
    }

    @Override
    public TableMetadata current() {
        return table.current();
    }

    @Override
    public TableMetadata refresh() {
        return table.refresh();
    }

    @Override
    public FileIO io() {
        return table.io();
    }

    @Override
    public EncryptionManager encryption() {
        return table.encryption();
    }

    @Override
    public String metadataFileLocation(String file) {
        return table.metadataFileLocation(file);
    }

    @Override
    public LocationProvider locationProvider() {
        return table.locationProvider();
    }

    @Override
    public TableOperations temp(TableMetadata uncommitted) {
        return table.temp(uncommitted);
    }

    @Override
    public long newSnapshotId() {
        return table.newSnapshotId();
    }

    @Override
    public boolean requireStrictCleanup() {
        return table.requireStrictCleanup();
    }

    /** Another run was first. No exception of Iceberg's, so that Iceberg deletes nothing after it. */
    static final class OtherPassException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherPassException(String message) {
            super(message);
        }
    }
}
