package io.millrace.local.host.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A function's life so far in this process.
 *
 * @param handler null until the deployed function has been asked for
 * @param lastError type and message of the last function error, or null
 */
public record FunctionStatus(
        String name,
        @Nullable String handler,
        int busyEnvironments,
        int idleEnvironments,
        long invocations,
        long errors,
        long throttles,
        @Nullable String lastError) {}
