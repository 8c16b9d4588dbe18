package io.millrace.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where and why a copy was rejected.
 *
 * @param replay that it was brought into the tables after all, or null
 */
public record WhyRejected(
        String stage,
        String rule,
        String pointer,
        String reason,
        @Nullable Replay replay) {

    /** @param fate what it became, {@code silver}, {@code duplicate} or {@code control} */
    public record Replay(Instant at, String fate) {}
}
