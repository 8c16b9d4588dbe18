package io.millrace.local.host.runtime;

import java.time.Duration;
import java.util.Map;

/**
 * A deployed function as the Lambda API describes it.
 *
 * @param variables as configured, with every intrinsic resolved
 */
public record FunctionConfiguration(
        String name, String arn, String handler, Duration timeout, int memoryMegabytes, Map<String, String> variables) {

    public FunctionConfiguration {
        variables = Map.copyOf(variables);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("Cannot configure function " + name + ": time-out " + timeout);
        }
    }
}
