package io.millrace.local.gateway.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A deployed job.
 *
 * @param entry what GetJob gives
 */
record JobDefinition(ObjectNode entry) {
    private static final int MAX_CONCURRENT_RUNS = 1;
    private static final int TIMEOUT_MINUTES = 480;

    String name() {
        return entry.path("Name").asText();
    }

    int maxConcurrentRuns() {
        return entry.at("/ExecutionProperty/MaxConcurrentRuns").asInt(MAX_CONCURRENT_RUNS);
    }

    int timeoutMinutes() {
        return entry.path("Timeout").asInt(TIMEOUT_MINUTES);
    }

    /**
     * What the process gets: the run's arguments over the job's, and over those what the job lets nobody change.
     *
     * @throws GlueException if the run gives what nobody may change
     */
    Map<String, String> arguments(Map<String, String> given) throws GlueException {
        Map<String, String> fixed = texts(entry.path("NonOverridableArguments"));
        for (String name : given.keySet()) {
            if (fixed.containsKey(name)) {
                throw GlueException.invalid("Argument " + name + " of job " + name() + " cannot be overridden");
            }
        }
        Map<String, String> arguments = new LinkedHashMap<>(texts(entry.path("DefaultArguments")));
        arguments.putAll(given);
        arguments.putAll(fixed);
        return arguments;
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.fields()
                .forEachRemaining(
                        each -> texts.put(each.getKey(), each.getValue().asText()));
        return texts;
    }
}
