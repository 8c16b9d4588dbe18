package io.millrace.lake.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.SchemaParser;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.jspecify.annotations.Nullable;

/**
 * A data file of a table, written column by column from rows that are all at hand. Iceberg's own writer takes a row at a
 * time and so asks each value anew whether a dictionary has it and whether it is the least or the greatest: 6.8 us for an
 * event's typed row against 2.5 here, most of it for the provenance that a batch's rows share.
 */
public final class RowFile {
    /** About 128 MB of payloads. */
    private static final int GROUP_ROWS = 1 << 17;

    private static final int INDEX_BOUND_BYTES = 64;

    /** On events, 0.6 us less for each table's row than level 3, and 7 % smaller. Compaction has the table's own level. */
    private static final int ZSTD_LEVEL = 1;

    private final Table table;
    private final FileSettings settings;

    public RowFile(Table table) {
        this.table = table;
        this.settings = FileSettings.of(table);
    }

    /** The columns of some rows. */
    public interface Columns {
        int rows();

        /**
         * The values of the rows from {@code from} to before {@code to}, in Iceberg's internal representation.
         *
         * @param column number of a column of the table's schema
         */
        @Nullable
        Object[] values(int column, int from, int to);
    }

    /** Writes the file; complete and closed when this returns. */
    public DataFile write(OutputFile file, @Nullable PartitionKey partition, Columns columns) throws IOException {
        ParquetFileWriter writer = new ParquetFileWriter(
                new PositionedOutput(file),
                settings.schema(),
                ParquetFileWriter.Mode.CREATE,
                Long.MAX_VALUE,
                0,
                INDEX_BOUND_BYTES,
                Integer.MAX_VALUE,
                true);
        try (writer;
                ZstdCompressCtx zstd = new ZstdCompressCtx()) {
            zstd.setLevel(ZSTD_LEVEL);
            writer.start();
            for (int from = 0; from < columns.rows(); from += GROUP_ROWS) {
                writeGroup(writer, zstd, columns, from, Math.min(columns.rows(), from + GROUP_ROWS));
            }
            writer.end(Map.of("iceberg.schema", SchemaParser.toJson(table.schema())));
        }
        return dataFile(file, partition, writer);
    }

    private void writeGroup(ParquetFileWriter writer, ZstdCompressCtx zstd, Columns columns, int from, int to)
            throws IOException {
        PageBuffer body = new PageBuffer();
        PageBuffer page = new PageBuffer();
        PageBuffer target = new PageBuffer();
        writer.startBlock(to - from);
        for (FileSettings.ColumnSettings column : settings.columns()) {
            ColumnPages pages = new ColumnPages(writer, column.leaf(), zstd, page, target);
            PlainValues plain = PlainValues.of(column.leaf().getPrimitiveType(), column.bounded());
            new ColumnChunk(pages, plain, body).write(columns.values(column.field(), from, to), column.mayRepeat());
        }
        writer.endBlock();
    }

    private DataFile dataFile(OutputFile file, @Nullable PartitionKey partition, ParquetFileWriter written)
            throws IOException {
        return DataFiles.builder(table.spec())
                .withFormat(FileFormat.PARQUET)
                .withPath(file.location())
                .withPartition(partition)
                .withFileSizeInBytes(written.getPos())
                .withMetrics(FileMetrics.of(written.getFooter(), settings.metrics()))
                .withSplitOffsets(ParquetUtil.getSplitOffsets(written.getFooter()))
                .build();
    }
}
