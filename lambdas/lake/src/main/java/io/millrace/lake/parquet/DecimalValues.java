package io.millrace.lake.parquet;

import java.math.BigDecimal;
import org.apache.iceberg.util.DecimalUtil;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Decimals ({@link BigDecimal} of the column's scale): an int, a long, or big-endian bytes, as the precision asks. */
final class DecimalValues implements PlainValues {
    private final PrimitiveType type;
    private final int precision;
    private final int scale;
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;

    DecimalValues(PrimitiveType type, int precision, int scale) {
        this.type = type;
        this.precision = precision;
        this.scale = scale;
    }

    @Override
    public void put(Object value, PageBuffer page) {
        BigDecimal decimal = (BigDecimal) value;
        if (decimal.scale() != scale || decimal.precision() > precision) {
            throw new IllegalArgumentException(
                    "Cannot write decimal: " + decimal + " is no decimal(" + precision + "," + scale + ")");
        }
        switch (type.getPrimitiveTypeName()) {
            case INT32 -> page.putInt(decimal.unscaledValue().intValueExact());
            case INT64 -> page.putLong(decimal.unscaledValue().longValueExact());
            default -> page.write(fixed(decimal), 0, type.getTypeLength());
        }
        min = min == null ? decimal : min.min(decimal);
        max = max == null ? decimal : max.max(decimal);
    }

    @Override
    public void endPage(Statistics<?> statistics) {
        if (min != null && max != null) {
            bound(statistics, min);
            bound(statistics, max);
        }
        min = null;
        max = null;
    }

    private void bound(Statistics<?> statistics, BigDecimal bound) {
        switch (type.getPrimitiveTypeName()) {
            case INT32 -> statistics.updateStats(bound.unscaledValue().intValueExact());
            case INT64 -> statistics.updateStats(bound.unscaledValue().longValueExact());
            default -> statistics.updateStats(Binary.fromConstantByteArray(fixed(bound)));
        }
    }

    private byte[] fixed(BigDecimal decimal) {
        return DecimalUtil.toReusedFixLengthBytes(precision, scale, decimal, new byte[type.getTypeLength()]);
    }
}
