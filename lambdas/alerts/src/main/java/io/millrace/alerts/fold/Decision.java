package io.millrace.alerts.fold;

import org.jspecify.annotations.Nullable;

/** What is done with a message. */
sealed interface Decision {
    /**
     * It goes out.
     *
     * @param next the entry to remember before it does
     */
    record Send(Entry next) implements Decision {}

    /**
     * It does not.
     *
     * @param next the entry to remember, null to leave things as they are
     */
    record Keep(Verdict why, @Nullable Entry next) implements Decision {}
}
