package io.millrace.lake.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/** Lays out a column's pages as Parquet's first version does (levels, then values), compresses them and writes them. */
final class ColumnPages {
    private final ParquetFileWriter file;
    private final ColumnDescriptor column;
    private final ZstdCompressCtx zstd;
    private final PageBuffer page;
    private final PageBuffer target;

    /**
     * @param page a buffer to lay a page out in
     * @param target a buffer for what it is compressed to
     */
    ColumnPages(
            ParquetFileWriter file, ColumnDescriptor column, ZstdCompressCtx zstd, PageBuffer page, PageBuffer target) {
        this.file = file;
        this.column = column;
        this.zstd = zstd;
        this.page = page;
        this.target = target;
    }

    void start(int rows) throws IOException {
        file.startColumn(column, rows, CompressionCodecName.ZSTD);
    }

    void end() throws IOException {
        file.endColumn();
    }

    /** Statistics of the column's type without bounds. */
    Statistics<?> statistics(int nulls) {
        Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
        statistics.incrementNumNulls(nulls);
        return statistics;
    }

    void writeDictionary(PageBuffer values, int count) throws IOException {
        file.writeDictionaryPage(new DictionaryPage(compressed(values), values.size(), count, Encoding.PLAIN));
    }

    /**
     * Writes a page of the rows from {@code from} to before {@code to}.
     *
     * @param values the whole column's, to see which rows have one
     * @param body the values that are there, in the page's encoding
     */
    void write(
            @Nullable Object[] values, int from, int to, PageBuffer body, Statistics<?> statistics, Encoding encoding)
            throws IOException {
        int rows = to - from;
        int present = column.getMaxDefinitionLevel();
        if (present == 0 && statistics.getNumNulls() > 0) {
            throw new IllegalArgumentException("Cannot write column " + column + ": it is required, and rows lack it");
        }
        page.clear();
        if (column.getMaxRepetitionLevel() > 0) {
            Runs.writeOneWithLength(0, rows, page);
        }
        if (present > 0) {
            if (statistics.getNumNulls() == 0) {
                Runs.writeOneWithLength(present, rows, page);
            } else {
                Runs defined = new Runs(present);
                for (int row = from; row < to; row++) {
                    defined.add(values[row] == null ? 0 : present);
                }
                defined.writeWithLength(page);
            }
        }
        page.put(body);
        file.writeDataPage(rows, page.size(), compressed(page), statistics, rows, Encoding.RLE, Encoding.RLE, encoding);
    }

    /** Good until the next one. */
    private BytesInput compressed(PageBuffer bytes) {
        byte[] room = target.room((int) Zstd.compressBound(bytes.size()));
        return BytesInput.from(room, 0, zstd.compressByteArray(room, 0, room.length, bytes.array(), 0, bytes.size()));
    }
}
