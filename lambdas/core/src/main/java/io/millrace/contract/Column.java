package io.millrace.contract;

import java.util.Locale;

/**
 * A column of a table.
 *
 * @param precision total digits of a {@link ColumnType#DECIMAL}, 1 to 38; 0 for other types
 * @param scale digits after the point of a {@link ColumnType#DECIMAL}; 0 for other types
 * @param required the contract's word; the table's column stays optional so that it can evolve
 * @param doc what the value means, for people
 */
public record Column(String name, ColumnType type, int precision, int scale, boolean required, String doc) {
    public Column {
        boolean decimal = type == ColumnType.DECIMAL;
        if (decimal
                ? precision < 1 || precision > 38 || scale < 0 || scale > precision
                : precision != 0 || scale != 0) {
            throw new IllegalArgumentException(
                    "Cannot make column %s: %s(%d,%d)".formatted(name, type, precision, scale));
        }
    }

    /** The type in the table format's words, as {@code timestamptz} or {@code decimal(18, 4)}. */
    public String typeName() {
        return switch (type) {
            case DECIMAL -> "decimal(" + precision + ", " + scale + ")";
            case TIMESTAMP -> "timestamptz";
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }

    /** A column of any type but {@link ColumnType#DECIMAL}. */
    public static Column of(String name, ColumnType type, boolean required, String doc) {
        return new Column(name, type, 0, 0, required, doc);
    }
}
