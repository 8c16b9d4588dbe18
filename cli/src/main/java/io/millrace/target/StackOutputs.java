package io.millrace.target;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;

/** What the environment's stacks say of themselves; a stack that is not deployed says nothing. */
public final class StackOutputs {

    private static final List<String> STACKS =
            List.of("Storage", "Streaming", "Ingestion", "Lake", "Serving", "Monitoring");

    private final String env;
    private final Map<String, String> values;

    private StackOutputs(String env, Map<String, String> values) {
        this.env = env;
        this.values = values;
    }

    public static StackOutputs of(Target target) {
        Map<String, String> values = new HashMap<>();
        try (CloudFormationClient client = target.clients().cloudFormation()) {
            for (String stack : STACKS) {
                for (Output output : outputs(client, "Millrace-" + target.env() + "-" + stack)) {
                    values.put(output.outputKey(), output.outputValue());
                }
            }
        }
        return new StackOutputs(target.env(), values);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @throws IllegalStateException if no stack says it */
    public String need(String name) {
        return get(name)
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot find output " + name + " of environment " + env + ": is it deployed?"));
    }

    private static List<Output> outputs(CloudFormationClient client, String stack) {
        try {
            return client.describeStacks(request -> request.stackName(stack)).stacks().stream()
                    .flatMap(found -> found.outputs().stream())
                    .toList();
        } catch (CloudFormationException e) {
            if (e.getMessage() != null && e.getMessage().contains("does not exist")) {
                return List.of();
            }
            throw e;
        }
    }
}
