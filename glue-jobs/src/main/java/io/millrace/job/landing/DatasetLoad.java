package io.millrace.job.landing;

import static org.apache.spark.sql.functions.col;

import io.millrace.contract.Contract;
import io.millrace.job.JobContext;
import io.millrace.job.Layer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.storage.StorageLevel;

/**
 * Loads the files of one dataset that are not loaded yet. A table has all rows of a file or none, since they come in one
 * commit; which it has is asked of the table itself, by {@code _batch_id}. Bronze comes last: what it has, the others have.
 * So a load that was cut off is finished by the next run, and nothing is there twice.
 */
final class DatasetLoad {
    private static final String BATCH_ID = "_batch_id";

    private final Contract contract;
    private final JobContext context;

    DatasetLoad(Contract contract, JobContext context) {
        this.contract = contract;
        this.context = context;
    }

    /**
     * Loads what is new among files.
     *
     * @throws org.apache.iceberg.exceptions.NoSuchTableException if a deployment has not made the dataset's tables yet
     */
    LoadedDataset run(List<LandedFile> landed) throws NoSuchTableException {
        Set<String> done = loads(Layer.BRONZE, contract.bronze().name(), landed);
        List<LandedFile> files =
                landed.stream().filter(file -> !done.contains(file.loadId())).toList();
        if (files.isEmpty()) {
            return new LoadedDataset(contract.dataset(), landed.size(), 0, 0, 0);
        }
        files.forEach(file -> context.datasets().reads(file.location()));
        Dataset<Row> rows = rows(files).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            LoadedDataset result = new LoadedDataset(
                    contract.dataset(),
                    landed.size() - files.size(),
                    files.size(),
                    rows.filter(col(ReadFile.TYPED).isNotNull()).count(),
                    rows.filter(col(ReadFile.QUARANTINED).isNotNull()).count());
            if (!context.dryRun()) {
                append(rows, ReadFile.TYPED, Layer.SILVER, contract.silver().name(), files);
                append(
                        rows,
                        ReadFile.QUARANTINED,
                        Layer.BRONZE,
                        contract.quarantine().name(),
                        files);
                append(rows, ReadFile.BRONZE, Layer.BRONZE, contract.bronze().name(), files);
            }
            return result;
        } finally {
            rows.unpersist();
        }
    }

    private Dataset<Row> rows(List<LandedFile> files) {
        Table anyTable = SerializableTable.copyOf(
                context.lake().table(Layer.BRONZE, contract.bronze().name()));
        ReadFile read = new ReadFile(
                contract.dataset(), anyTable, files, context.startedAt().toEpochMilli());
        List<Integer> indexes = IntStream.range(0, files.size()).boxed().toList();
        return context.spark()
                .createDataset(indexes, Encoders.INT())
                .repartition(Math.min(files.size(), context.parallelism()))
                .flatMap(read, Encoders.row(ReadFile.schema(contract)));
    }

    private void append(Dataset<Row> rows, String part, Layer layer, String table, List<LandedFile> files)
            throws NoSuchTableException {
        Set<String> there = loads(layer, table, files);
        Dataset<Row> missing = rows.filter(col(part).isNotNull())
                .filter(col(BATCH_ID)
                        .isin(files.stream()
                                .map(LandedFile::loadId)
                                .filter(id -> !there.contains(id))
                                .toArray()));
        if (!missing.isEmpty()) {
            missing.select(part + ".*")
                    .writeTo(context.output(layer, table))
                    .option("snapshot-property.millrace.job", "batch-ingest")
                    .option("snapshot-property.millrace.run", context.batchId())
                    .append();
        }
    }

    /** Which of the files a table has. */
    private Set<String> loads(Layer layer, String table, List<LandedFile> files) {
        Object[] ids = files.stream().map(LandedFile::loadId).toArray();
        Set<String> found = new HashSet<>();
        if (ids.length > 0) {
            context.spark()
                    .table(context.lake().name(layer, table))
                    .filter(col(BATCH_ID).isin(ids))
                    .select(BATCH_ID)
                    .distinct()
                    .collectAsList()
                    .forEach(row -> found.add(row.getString(0)));
        }
        return found;
    }
}
