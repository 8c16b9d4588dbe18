package io.millrace.cdc;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One spelling of what tells a changed row from others at the same position: its key as sent, decoded or not, so that a
 * change has one id with and without its schema. A table without a key has the row in its place, and what else the record
 * says of its own place, since all rows of a snapshot have one position.
 */
final class RowIdentity {
    private RowIdentity() {}

    static String of(
            ChangeRecord.@Nullable Payload key, @Nullable JsonValue before, @Nullable JsonValue after, String place)
            throws IOException {
        return key != null ? key.value().canonical() : place + '\0' + canonical(before) + '\0' + canonical(after);
    }

    private static String canonical(@Nullable JsonValue value) throws IOException {
        return value == null ? "" : value.canonical();
    }
}
