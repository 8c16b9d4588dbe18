package io.millrace.local.host.assembly;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A function as its template declares it; handler, time-out and variables are the deployed function's own business.
 *
 * @param packageFolder the folder that would be uploaded: classes at its root, jars in {@code lib/}
 * @param reservedConcurrency most invocations at a time, or null when the template reserves none
 */
public record FunctionDefinition(
        String name, Path packageFolder, @Nullable Integer reservedConcurrency) {

    public FunctionDefinition {
        if (reservedConcurrency != null && reservedConcurrency < 0) {
            throw new IllegalArgumentException("Cannot reserve a concurrency for " + name + ": " + reservedConcurrency);
        }
    }
}
