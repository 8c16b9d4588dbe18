package io.millrace.local.host.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Asks Lambda's API. */
public record LambdaConfigurations(LambdaClient lambda) implements FunctionConfigurations {

    @Override
    public Optional<FunctionConfiguration> current(String functionName) {
        try {
            GetFunctionConfigurationResponse found =
                    lambda.getFunctionConfiguration(request -> request.functionName(functionName));
            return Optional.of(new FunctionConfiguration(
                    functionName,
                    found.functionArn(),
                    found.handler(),
                    Duration.ofSeconds(found.timeout()),
                    found.memorySize(),
                    found.environment() == null ? Map.of() : found.environment().variables()));
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }
}
