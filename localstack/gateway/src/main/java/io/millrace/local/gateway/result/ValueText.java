package io.millrace.local.gateway.result;

import io.trino.client.Row;
import io.trino.client.RowField;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text Athena writes for a value: {@code 2024-01-01 00:00:00.000 UTC}, {@code [a, b]}, {@code {k=v}},
 * {@code {field0=1}}, {@code 68 69} for bytes. Values are those of the engine's client protocol, where dates, times,
 * decimals and intervals are text already.
 */
public final class ValueText {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
    /** Athena shows milliseconds at least; the engine shows as many digits as the type has. */
    private static final Pattern SHORT_TIMESTAMP =
            Pattern.compile("([0-9+-]+ [0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.([0-9]{1,2}))?( .+)?");

    private ValueText() {}

    /**
     * The text of one column's value; null for SQL NULL.
     *
     * @param type the engine's type, such as {@code timestamp(6) with time zone}
     */
    public static @Nullable String of(String type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return type.startsWith("timestamp") ? withMillis(value.toString()) : text(value);
    }

    private static String withMillis(String timestamp) {
        Matcher matcher = SHORT_TIMESTAMP.matcher(timestamp);
        if (!matcher.matches()) {
            return timestamp;
        }
        String fraction = matcher.group(2) == null ? "" : matcher.group(2);
        String zone = matcher.group(3) == null ? "" : matcher.group(3);
        return matcher.group(1) + "." + fraction + "0".repeat(3 - fraction.length()) + zone;
    }

    private static String text(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof byte[] bytes) {
            text.append(HEX.formatHex(bytes));
        } else if (value instanceof List<?> list) {
            text.append('[');
            for (Iterator<?> elements = list.iterator(); elements.hasNext(); ) {
                append(text, elements.next());
                text.append(elements.hasNext() ? ", " : "");
            }
            text.append(']');
        } else if (value instanceof Map<?, ?> map) {
            text.append('{');
            for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
                Map.Entry<?, ?> entry = entries.next();
                append(text, entry.getKey());
                text.append('=');
                append(text, entry.getValue());
                text.append(entries.hasNext() ? ", " : "");
            }
            text.append('}');
        } else if (value instanceof Row row) {
            appendRow(text, row);
        } else {
            text.append(value);
        }
    }

    private static void appendRow(StringBuilder text, Row row) {
        text.append('{');
        List<RowField> fields = row.getFields();
        for (int i = 0; i < fields.size(); i++) {
            RowField field = fields.get(i);
            text.append(i == 0 ? "" : ", ")
                    .append(field.getName().orElse("field" + i))
                    .append('=');
            append(text, field.getValue());
        }
        text.append('}');
    }
}
