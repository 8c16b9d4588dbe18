package io.millrace.serving.query;

import io.millrace.serving.http.RefusalException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the next page begins. It names a query by its id, a random UUID that only its sender was told, so that the token is
 * the right to read on; the engine looks for it among this API's own queries alone.
 *
 * @param rowsLeft of the sender's limit
 */
record PageToken(String queryId, String engineToken, int rowsLeft) {
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern ROWS = Pattern.compile("[1-9][0-9]{0,5}");
    private static final int MAX_CHARS = 4_096;

    String text() {
        String all = queryId + "\n" + rowsLeft + "\n" + engineToken;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws RefusalException for a text that {@link #text} has not made */
    static PageToken read(String text) throws RefusalException {
        if (text.length() <= MAX_CHARS) {
            List<String> parts = parts(text);
            if (parts.size() == 3
                    && ID.matcher(parts.get(0)).matches()
                    && ROWS.matcher(parts.get(1)).matches()
                    && !parts.get(2).isEmpty()) {
                return new PageToken(parts.get(0), parts.get(2), Integer.parseInt(parts.get(1)));
            }
        }
        throw unknown();
    }

    static RefusalException unknown() {
        return new RefusalException(
                400, "bad_token", "Cannot read on: next_token is none of this API, or its rows are gone");
    }

    private static List<String> parts(String text) {
        try {
            return List.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 3));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
