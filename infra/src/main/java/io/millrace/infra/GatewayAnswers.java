package io.millrace.infra;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.apigateway.GatewayResponseOptions;
import software.amazon.awscdk.services.apigateway.ResponseType;
import software.amazon.awscdk.services.apigateway.RestApi;

/** What API Gateway answers by itself, in the shape of the function's own answers and readable by a browser. */
final class GatewayAnswers {
    private static final String ANY_ORIGIN = "'*'";
    private static final String BODY =
            "{\"error\":\"$context.error.responseType\",\"message\":$context.error.messageString}";

    private GatewayAnswers() {}

    static void add(RestApi api) {
        answer(api, "Refused", ResponseType.DEFAULT_4_XX, Map.of("Access-Control-Allow-Origin", ANY_ORIGIN));
        answer(api, "Failed", ResponseType.DEFAULT_5_XX, Map.of("Access-Control-Allow-Origin", ANY_ORIGIN));
        answer(api, "Throttled", ResponseType.THROTTLED, retryAfterSeconds("1"));
        answer(api, "QuotaExceeded", ResponseType.QUOTA_EXCEEDED, retryAfterSeconds("3600"));
    }

    private static Map<String, String> retryAfterSeconds(String seconds) {
        // Sorted: the order is part of the deployment's hash, and a new hash is a new deployment.
        return new TreeMap<>(Map.of("Access-Control-Allow-Origin", ANY_ORIGIN, "Retry-After", "'" + seconds + "'"));
    }

    private static void answer(RestApi api, String id, ResponseType type, Map<String, String> headers) {
        api.addGatewayResponse(
                id,
                GatewayResponseOptions.builder()
                        .type(type)
                        .responseHeaders(headers)
                        .templates(Map.of("application/json", BODY))
                        .build());
    }
}
