package io.millrace.serving;

import io.millrace.serving.query.RowLimits;
import java.time.Duration;
import java.util.Map;

/**
 * Everything the function reads from its environment.
 *
 * @param environment the name of the deployment: the prefix of its databases
 * @param workgroup the Athena workgroup of this API's own
 * @param queryTimeout how long a query may run
 * @param rows how many rows a query gives
 * @param catalogKept how old an answer about tables may be
 */
record ServingSettings(
        String environment,
        String workgroup,
        Duration queryTimeout,
        RowLimits rows,
        Duration catalogKept,
        String serviceVersion) {

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException naming the variable that is missing or wrong
     */
    static ServingSettings from(Map<String, String> variables) {
        return new ServingSettings(
                text(variables, "MILLRACE_ENV"),
                text(variables, "MILLRACE_WORKGROUP"),
                Duration.ofSeconds(number(variables, "MILLRACE_QUERY_TIMEOUT_SECONDS")),
                new RowLimits(number(variables, "MILLRACE_USUAL_ROWS"), number(variables, "MILLRACE_MOST_ROWS")),
                Duration.ofSeconds(number(variables, "MILLRACE_CATALOG_KEPT_SECONDS")),
                text(variables, "MILLRACE_SERVICE_VERSION"));
    }

    String database(String layer) {
        return environment + "_" + layer;
    }

    private static String text(Map<String, String> variables, String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Cannot start serving: environment variable " + name + " is not set");
        }
        return value;
    }

    private static int number(Map<String, String> variables, String name) {
        String value = text(variables, name);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Cannot start serving: environment variable " + name + " is no whole number: " + value, e);
        }
    }
}
