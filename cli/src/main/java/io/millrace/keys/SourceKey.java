package io.millrace.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as the keys table knows it, which is not the key itself.
 *
 * @param hash SHA-256 of the key, the table's own key
 * @param id what commands call it by: its id in API Gateway; empty for one that was made before ids were kept
 * @param validUntil when it stops being accepted; null for as long as it is active
 */
public record SourceKey(
        String hash,
        String id,
        String source,
        boolean active,
        KeyScope scope,
        String createdAt,
        @Nullable Instant validUntil) {

    /** Whether the door accepts it at a moment. */
    public boolean worksAt(Instant now) {
        return active && (validUntil == null || now.isBefore(validUntil));
    }
}
