package io.millrace.infra;

import io.millrace.infra.environment.FunctionSize;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one function is.
 *
 * @param name the last part of its physical name
 * @param packageName its folder in {@code lambdas/}
 * @param snapStart published versions start from a snapshot
 * @param variables its environment, beside what every function gets
 */
record FunctionDefinition(
        String id,
        String name,
        String description,
        String packageName,
        String handler,
        FunctionSize size,
        boolean snapStart,
        Map<String, String> variables) {
    FunctionDefinition {
        // Sorted, as the same deployment must synthesise to the same bytes: Map.of has another order in every process.
        variables = new TreeMap<>(variables);
    }
}
