package io.millrace.lake.aws;

import io.millrace.lake.DataFileRef;
import io.millrace.lake.FoldMark;
import io.millrace.lake.Tables;
import io.millrace.lake.TablesException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.util.ThreadPools;

/** Folds into Iceberg tables: append and mark in one Iceberg transaction, guarded by {@link FoldGuard} on every try. */
public final class IcebergTables implements Tables {
    private final Catalog catalog;
    private final ExecutorService workers;

    /** @param catalog one that loads anew each time: no cache around it */
    public IcebergTables(Catalog catalog) {
        this(catalog, ThreadPools.getWorkerPool());
    }

    /** @param workers who read and write manifests */
    public IcebergTables(Catalog catalog, ExecutorService workers) {
        this.catalog = catalog;
        this.workers = workers;
    }

    @Override
    public long fold(String table) {
        try {
            return FoldMark.in(load(table).properties());
        } catch (RuntimeException e) {
            throw new TablesException("Cannot load table " + table, e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Whatever the outcome, no file is deleted but manifests of tries that Iceberg knows to have failed, and the
     * operation is never committed twice: asking again begins with the table loaded anew.
     */
    @Override
    public boolean append(String table, long previous, long fold, List<DataFileRef> files) {
        try {
            Table loaded = load(table);
            if (FoldMark.in(loaded.properties()) != previous) {
                return false;
            }
            Transaction transaction = loaded.newTransaction();
            FoldGuard guard = new FoldGuard(
                    table,
                    previous,
                    loaded.currentSnapshot(),
                    () -> transaction.table().properties());
            String mark = Long.toString(fold);
            AppendFiles append = transaction
                    .newAppend()
                    .set(FoldMark.KEY, mark)
                    .validateWith(guard)
                    .scanManifestsWith(workers);
            for (DataFileRef file : files) {
                append.appendFile(DataFileJson.read(file.descriptor(), loaded.specs()));
            }
            append.commit();
            transaction.updateProperties().set(FoldMark.KEY, mark).commit();
            transaction.commitTransaction();
            return true;
        } catch (OtherFoldException e) {
            return false;
        } catch (RuntimeException e) {
            throw new TablesException("Cannot append fold " + fold + " to table " + table, e);
        }
    }

    private Table load(String table) {
        return catalog.loadTable(TableIdentifier.parse(table));
    }
}
