package io.millrace.job.landing;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads one landed file on a worker: for each row a triple of the bronze row, and the typed or the quarantined one.
 *
 * @param table any of the lake's, for its way to files
 * @param ingestedAt epoch milliseconds
 */
record ReadFile(String dataset, Table table, List<LandedFile> files, long ingestedAt)
        implements FlatMapFunction<Integer, Row> {
    private static final long serialVersionUID = 1L;
    static final String BRONZE = "bronze";
    static final String TYPED = "typed";
    static final String QUARANTINED = "quarantined";

    ReadFile {
        files = new ArrayList<>(files);
    }

    static StructType schema(Contract contract) {
        return new StructType()
                .add(BRONZE, TableRows.schema(contract.bronze()), false)
                .add(TYPED, TableRows.schema(contract.silver()), true)
                .add(QUARANTINED, TableRows.schema(contract.quarantine()), true)
                .add("_batch_id", DataTypes.StringType, false);
    }

    @Override
    public Iterator<Row> call(Integer index) throws IOException {
        Contract contract = Contracts.bundled().find(dataset).orElseThrow();
        LandedFile file = files.get(index);
        CsvFile rows = new CsvFile(
                file, contract, table.io().newInputFile(file.location()).newStream(), Instant.ofEpochMilli(ingestedAt));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                CheckedRow row = rows.next();
                return RowFactory.create(
                        TableRows.row(contract.bronze(), row.bronze()),
                        TableRows.row(contract.silver(), row.typed()),
                        TableRows.row(contract.quarantine(), row.quarantined()),
                        file.loadId());
            }
        };
    }
}
