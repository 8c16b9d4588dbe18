package io.millrace.ingest;

import org.jspecify.annotations.Nullable;

/** How putting records ended. */
sealed interface Published {
    /** How many calls to the stream it took. */
    int calls();

    /** Every record is durable. */
    record Durable(int calls) implements Published {}

    /**
     * The deadline passed before every record was taken; some may have been.
     *
     * @param throttled whether the stream's throughput was all that stood in the way at last
     * @param cause why the last call failed, where it failed as a whole
     */
    record NotTaken(int calls, boolean throttled, @Nullable Throwable cause) implements Published {}
}
