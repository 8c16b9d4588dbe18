package io.millrace.cdc;

import io.millrace.event.Rules;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where in its source's log a change stands, as text that sorts as the changes of one row in one source do.
 *
 * <pre>
 * PostgreSQL   lsn, 20 digits                              00000000000022353560
 * MySQL        file, its number in 10 digits/position/row  mysql-bin.0000000003/00000000000000000154/0000000000
 * </pre>
 */
final class SourcePosition {
    private SourcePosition() {}

    static String of(SourceBlock source) throws IOException, UnreadableChangeException {
        JsonValue lsn = source.find("lsn");
        if (lsn != null) {
            return String.format(Locale.ROOT, "%020d", natural(lsn));
        }
        JsonValue file = source.find("file");
        JsonValue pos = source.find("pos");
        if (file != null && pos != null) {
            return String.format(
                    Locale.ROOT, "%s/%020d/%010d", fileName(file.text()), natural(pos), row(source.find("row")));
        }
        throw source.lacks("lsn", "is required, or file and pos: without them nobody can tell the order of changes");
    }

    /** With its number as wide as it can get, since {@code .999999} is followed by {@code .1000000}. */
    private static String fileName(String name) {
        int dot = name.lastIndexOf('.');
        String number = name.substring(dot + 1);
        boolean numbered =
                !number.isEmpty() && number.length() <= 10 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return numbered ? name.substring(0, dot + 1) + "0".repeat(10 - number.length()) + number : name;
    }

    private static long row(@Nullable JsonValue row) throws IOException, UnreadableChangeException {
        return row == null ? 0 : natural(row);
    }

    private static long natural(JsonValue value) throws IOException, UnreadableChangeException {
        long number = value.whole();
        if (number < 0) {
            throw new UnreadableChangeException(Rules.RANGE, value.pointer(), "must not be below 0");
        }
        return number;
    }
}
