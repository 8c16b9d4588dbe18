package io.millrace.ingest;

/**
 * Finds where a JSON value ends without reading what is in it: brackets are counted, strings skipped. Several times
 * cheaper than a token walk, which the check of each event makes anyway and which judges what this lets pass.
 */
final class JsonScan {
    static final int NONE = -1;

    private JsonScan() {}

    /** The first offset from {@code from} that is no JSON white space, at most {@code limit}. */
    static int skipBlank(byte[] json, int from, int limit) {
        int at = from;
        while (at < limit && isBlank(json[at])) {
            at++;
        }
        return at;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** The offset after the value that starts at {@code from}, or {@link #NONE} when it does not end before limit. */
    static int valueEnd(byte[] json, int from, int limit) {
        return switch (json[from]) {
            case '{', '[' -> containerEnd(json, from, limit);
            case '"' -> stringEnd(json, from, limit);
            default -> scalarEnd(json, from, limit);
        };
    }

    private static int containerEnd(byte[] json, int from, int limit) {
        int depth = 0;
        int at = from;
        while (at < limit) {
            switch (json[at]) {
                case '"' -> {
                    at = stringEnd(json, at, limit);
                    if (at == NONE) {
                        return NONE;
                    }
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (--depth == 0) {
                        return at + 1;
                    }
                }
                default -> {}
            }
            at++;
        }
        return NONE;
    }

    private static int stringEnd(byte[] json, int from, int limit) {
        for (int at = from + 1; at < limit; at++) {
            if (json[at] == '\\') {
                at++;
            } else if (json[at] == '"') {
                return at + 1;
            }
        }
        return NONE;
    }

    private static int scalarEnd(byte[] json, int from, int limit) {
        int at = from;
        while (at < limit && !isBlank(json[at]) && ",]}".indexOf(json[at]) < 0) {
            at++;
        }
        return at;
    }
}
