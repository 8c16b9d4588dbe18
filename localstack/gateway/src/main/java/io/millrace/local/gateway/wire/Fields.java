package io.millrace.local.gateway.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header fields of a message, in order, duplicates kept. Names compare without case. */
public final class Fields {
    private record Field(String name, String value) {}

    private final List<Field> fields;

    private Fields(List<Field> fields) {
        this.fields = fields;
    }

    /**
     * Reads field lines that were split at CRLF.
     *
     * @throws MalformedMessageException when a line has no colon
     */
    static Fields parse(List<String> lines) throws MalformedMessageException {
        List<Field> fields = new ArrayList<>(lines.size());
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new MalformedMessageException("Cannot read header line: " + line);
            }
            fields.add(new Field(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip()));
        }
        return new Fields(List.copyOf(fields));
    }

    /** The first value of that name, or null. */
    public @Nullable String first(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (Field field : fields) {
            if (field.name().equals(wanted)) {
                return field.value();
            }
        }
        return null;
    }

    /** Whether a comma-separated field names this token, in any of its lines. */
    public boolean hasToken(String name, String token) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (Field field : fields) {
            if (field.name().equals(wanted)) {
                for (String part : field.value().split(",", -1)) {
                    if (part.strip().equalsIgnoreCase(token)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
