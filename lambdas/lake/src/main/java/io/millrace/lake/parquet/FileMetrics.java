package io.millrace.lake.parquet;

import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.FieldMetrics;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.parquet.column.statistics.DoubleStatistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** What Iceberg keeps of a file's columns: counts, sizes and bounds, from the file's footer. */
final class FileMetrics {
    private FileMetrics() {}

    static Metrics of(ParquetMetadata footer, MetricsConfig config) {
        int columns = footer.getFileMetaData().getSchema().getColumns().size();
        Stream<FieldMetrics<?>> doubles = IntStream.range(0, columns)
                .filter(column ->
                        isDouble(footer.getBlocks().get(0).getColumns().get(column)))
                .mapToObj(column -> ofDoubles(footer, column));
        return ParquetUtil.footerMetrics(footer, doubles, config);
    }

    private static boolean isDouble(ColumnChunkMetaData column) {
        return column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE
                && column.getPath().size() == 1;
    }

    /** A footer does not say that none of its doubles is NaN, which readers want to know. */
    private static FieldMetrics<?> ofDoubles(ParquetMetadata footer, int column) {
        long values = 0;
        long nulls = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (BlockMetaData group : footer.getBlocks()) {
            ColumnChunkMetaData chunk = group.getColumns().get(column);
            DoubleStatistics statistics = (DoubleStatistics) chunk.getStatistics();
            values += chunk.getValueCount();
            nulls += statistics.getNumNulls();
            if (statistics.hasNonNullValue()) {
                min = Math.min(min, statistics.genericGetMin());
                max = Math.max(max, statistics.genericGetMax());
            }
        }
        int id = Objects.requireNonNull(footer.getBlocks()
                        .get(0)
                        .getColumns()
                        .get(column)
                        .getPrimitiveType()
                        .getId())
                .intValue();
        return nulls == values
                ? new FieldMetrics<>(id, values, nulls, 0L)
                : new FieldMetrics<>(id, values, nulls, 0L, min, max);
    }
}
