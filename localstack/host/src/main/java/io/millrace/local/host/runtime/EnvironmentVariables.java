package io.millrace.local.host.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables that Lambda gives to a function: what is configured, and what the runtime adds. */
final class EnvironmentVariables {

    /** Taken from the host's own environment: where AWS is, and who asks. */
    private static final List<String> OF_THE_HOST = List.of(
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            "AWS_ENDPOINT_URL",
            "AWS_ENDPOINT_URL_ATHENA",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN");

    private EnvironmentVariables() {}

    static Map<String, String> of(Generation generation, Map<String, String> host) {
        FunctionConfiguration configuration = generation.configuration();
        Map<String, String> variables = new HashMap<>(configuration.variables());
        OF_THE_HOST.forEach(name -> {
            String value = host.get(name);
            if (value != null) {
                variables.put(name, value);
            }
        });
        variables.put("AWS_LAMBDA_FUNCTION_NAME", configuration.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(configuration.memoryMegabytes()));
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + configuration.name());
        variables.put("LAMBDA_TASK_ROOT", generation.functionPackage().copy().toString());
        variables.put("_HANDLER", configuration.handler());
        return Map.copyOf(variables);
    }
}
