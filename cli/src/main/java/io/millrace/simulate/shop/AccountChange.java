package io.millrace.simulate.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account is made, changes, or is seen for the first time in this traffic.
 *
 * @param before null when the account is new, and when it is only seen
 */
public record AccountChange(Instant at, Kind kind, @Nullable Account before, Account after) implements Happening {

    /** What happened to it. */
    public enum Kind {
        SEEN,
        SIGNED_UP,
        MOVED,
        CHANGED_PHONE,
        PROMOTED
    }
}
