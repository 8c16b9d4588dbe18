package io.millrace.ingest;

import java.util.Map;

/**
 * Everything the function reads from its environment.
 *
 * @param stream the name of the Kinesis stream
 * @param keysTable the name of the DynamoDB table of source keys
 * @param buckets how many hash buckets share the stream's key space
 * @param serviceVersion the version written into each frame
 */
record IngestSettings(String stream, String keysTable, int buckets, String serviceVersion, Limits limits) {

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException naming the variable that is missing or is no whole number
     */
    static IngestSettings from(Map<String, String> environment) {
        return new IngestSettings(
                text(environment, "MILLRACE_STREAM"),
                text(environment, "MILLRACE_KEYS_TABLE"),
                number(environment, "MILLRACE_BUCKETS"),
                text(environment, "MILLRACE_SERVICE_VERSION"),
                new Limits(
                        number(environment, "MILLRACE_MAX_BODY_BYTES"),
                        number(environment, "MILLRACE_MAX_EVENTS"),
                        number(environment, "MILLRACE_MAX_EVENT_BYTES")));
    }

    private static String text(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Cannot start ingest: environment variable " + name + " is not set");
        }
        return value;
    }

    private static int number(Map<String, String> environment, String name) {
        String value = text(environment, name);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Cannot start ingest: environment variable " + name + " is no whole number: " + value, e);
        }
    }
}
