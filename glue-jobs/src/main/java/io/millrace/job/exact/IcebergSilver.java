package io.millrace.job.exact;

import io.millrace.contract.Contract;
import io.millrace.dedup.SilverRow;
import io.millrace.exact.PassMark;
import io.millrace.exact.SilverTable;
import io.millrace.job.JobContext;
import io.millrace.job.Layer;
import io.millrace.lake.TablesException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.Transactions;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.spark.SparkReadOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A silver table of the lake. Rows go by writing the files that hold them again (copy-on-write), so that no reader has to
 * know deletes; files and mark change in one commit, beside appends.
 */
final class IcebergSilver implements SilverTable {
    private static final Logger LOG = LoggerFactory.getLogger(IcebergSilver.class);

    private final JobContext context;
    private final Contract contract;
    private final CopySearch search;
    private @Nullable Snapshot searched;

    IcebergSilver(JobContext context, Contract contract, CopySearch search) {
        this.context = context;
        this.contract = contract;
        this.search = search;
    }

    @Override
    public String name() {
        return context.lake().id(Layer.SILVER, contract.silverTable()).toString();
    }

    @Override
    public String dataset() {
        return contract.dataset();
    }

    @Override
    public PassMark mark() {
        try {
            return mark(load());
        } catch (RuntimeException e) {
            throw new TablesException("Cannot load table " + name(), e);
        }
    }

    @Override
    public List<SilverRow> surplus() {
        try {
            searched = load().currentSnapshot();
            return searched == null
                    ? List.of()
                    : search.surplus(context.spark()
                            .read()
                            .option(SparkReadOptions.SNAPSHOT_ID, searched.snapshotId())
                            .table(context.lake().name(Layer.SILVER, contract.silverTable())));
        } catch (RuntimeException e) {
            throw new TablesException("Cannot look for copies in " + name(), e);
        }
    }

    @Override
    public boolean remove(List<SilverRow> rows, PassMark before, PassMark after) {
        Table table = load();
        Snapshot snapshot = searched;
        if (snapshot == null || !mark(table).equals(before)) {
            return false;
        }
        List<FileScanTask> old = files(table, snapshot, rows);
        // What fails up to here has changed nothing, and fails the run.
        Set<DataFile> written = new FileRewrite(context.spark(), table).write(old, rows);
        try {
            commit(table, snapshot, old, written, before, after);
            return true;
        } catch (MarkedOperations.OtherPassException | ValidationException | CommitFailedException e) {
            LOG.info("Another commit was first in {}; what was written is for orphan removal", name(), e);
            return false;
        } catch (RuntimeException e) {
            throw new TablesException("Cannot take " + rows.size() + " copies out of " + name(), e);
        }
    }

    private void commit(
            Table table,
            Snapshot from,
            List<FileScanTask> old,
            Set<DataFile> written,
            PassMark before,
            PassMark after) {
        MarkedOperations operations = new MarkedOperations(((HasTableOperations) table).operations(), before);
        Transaction transaction = Transactions.newTransaction(name(), operations);
        OverwriteFiles overwrite = transaction
                .newOverwrite()
                // Fails where one of the files is not there any more, or has lost rows since; appends do not matter.
                .validateFromSnapshot(from.snapshotId())
                .validateNoConflictingDeletes()
                .set("millrace.job", "exact-dedup")
                .set(PassMark.PROPERTY, after.value());
        old.forEach(task -> overwrite.deleteFile(task.file()));
        written.forEach(overwrite::addFile);
        overwrite.commit();
        transaction.updateProperties().set(PassMark.PROPERTY, after.value()).commit();
        transaction.commitTransaction();
    }

    private static List<FileScanTask> files(Table table, Snapshot snapshot, List<SilverRow> rows) {
        Set<String> wanted = rows.stream().map(SilverRow::file).collect(Collectors.toSet());
        List<FileScanTask> files = new ArrayList<>();
        try (CloseableIterable<FileScanTask> all =
                table.newScan().useSnapshot(snapshot.snapshotId()).planFiles()) {
            for (FileScanTask task : all) {
                if (wanted.contains(task.file().location())) {
                    files.add(task);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the files of " + table.name(), e);
        }
        if (files.size() != wanted.size()) {
            throw new IllegalStateException("Cannot find the files of copies in " + table.name() + ": " + wanted.size()
                    + " named, " + files.size() + " there");
        }
        return files;
    }

    private Table load() {
        return context.lake().table(Layer.SILVER, contract.silverTable());
    }

    private static PassMark mark(Table table) {
        return PassMark.parse(table.properties().get(PassMark.PROPERTY));
    }
}
