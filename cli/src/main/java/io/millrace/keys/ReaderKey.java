package io.millrace.keys;

import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.util.Optional;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** The key that the deployment made for the first reader of the serving API. */
public final class ReaderKey {
    private ReaderKey() {}

    /** Its value; empty where the serving API is not deployed. */
    public static Optional<String> find(Target target, StackOutputs outputs) {
        return outputs.get("ServingKeyId").map(id -> {
            try (ApiGatewayClient gateway = target.clients().apiGateway()) {
                return gateway.getApiKey(request -> request.apiKey(id).includeValue(true))
                        .value();
            }
        });
    }
}
