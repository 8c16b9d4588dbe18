package io.millrace.lake.aws;

import io.millrace.lake.DataFileRef;
import io.millrace.lake.TablesException;
import io.millrace.lake.parquet.RowFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Parquet files of one table, with the schema, partition spec and write properties that its metadata asks for. */
final class ParquetDataFiles {
    private final OpenTable open;
    private final String name;

    /** @param name start of the files' names; a slash in it would make a folder and becomes a dash */
    ParquetDataFiles(OpenTable open, String name) {
        this.open = open;
        this.name = name.replace('/', '-');
    }

    /** Writes rows of one partition as one file, complete and closed when this returns. */
    DataFileRef write(PartitionKey key, List<Object[]> rows) {
        Table table = open.table();
        PartitionSpec spec = table.spec();
        String file = name + "-" + UUID.randomUUID() + ".parquet";
        String path = spec.isPartitioned()
                ? table.locationProvider().newDataLocation(spec, key, file)
                : table.locationProvider().newDataLocation(file);
        DataFile written = write(path, spec.isPartitioned() ? key : null, rows);
        return new DataFileRef(
                open.name(), path, written.recordCount(), written.fileSizeInBytes(), DataFileJson.write(written, spec));
    }

    private DataFile write(String path, @Nullable PartitionKey key, List<Object[]> rows) {
        Table table = open.table();
        try {
            return new RowFile(table)
                    .write(table.io().newOutputFile(path), key, open.binding().columns(rows));
        } catch (IOException | UncheckedIOException | SdkException e) {
            throw new TablesException("Cannot write data file " + path, e);
        }
    }
}
