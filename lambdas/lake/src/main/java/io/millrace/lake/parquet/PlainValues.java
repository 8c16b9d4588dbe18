package io.millrace.lake.parquet;

import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Writes a column's values in Parquet's PLAIN encoding, and keeps the least and the greatest. One of each column, for a
 * page at a time: {@link #endPage} tells the bounds of the page and forgets them.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">Parquet encodings</a>
 */
interface PlainValues {
    /** Adds a value, which is of the Java class that Iceberg has for the column's type. */
    void put(Object value, PageBuffer page);

    /** Widens the statistics by what was put since the last page ended; called after at least one value. */
    void endPage(Statistics<?> statistics);

    /** @param bounded whether the bounds of texts and bytes are of use to anybody; finding them costs two comparisons */
    static PlainValues of(PrimitiveType type, boolean bounded) {
        if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
            return new DecimalValues(type, decimal.getPrecision(), decimal.getScale());
        }
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> new NumberValues.Booleans();
            case INT32 -> new NumberValues.Ints();
            case INT64 -> new NumberValues.Longs();
            case DOUBLE -> new NumberValues.Doubles();
            case BINARY -> new ByteValues(bounded);
            case FLOAT, INT96, FIXED_LEN_BYTE_ARRAY -> new NoValues(type);
        };
    }

    /** Of a column that no contract can have; somebody added it to the table, and it stays empty. */
    record NoValues(PrimitiveType type) implements PlainValues {
        @Override
        public void put(Object value, PageBuffer page) {
            throw new IllegalArgumentException("Cannot write column of type " + type);
        }

        @Override
        public void endPage(Statistics<?> statistics) {}
    }
}
