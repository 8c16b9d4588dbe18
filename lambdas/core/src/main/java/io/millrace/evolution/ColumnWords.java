package io.millrace.evolution;

import io.millrace.contract.Column;
import java.util.Locale;

/** A column's type in the table format's words. */
final class ColumnWords {
    static String type(Column column) {
        return switch (column.type()) {
            case DECIMAL -> "decimal(" + column.precision() + ", " + column.scale() + ")";
            case TIMESTAMP -> "timestamptz";
            default -> column.type().name().toLowerCase(Locale.ROOT);
        };
    }

    private ColumnWords() {}
}
