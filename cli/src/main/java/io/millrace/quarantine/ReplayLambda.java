package io.millrace.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.replay.ReplayJson;
import io.millrace.replay.ReplayRequest;
import io.millrace.replay.ReplayResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** The replay as a Lambda function, asked and waited for. Asking again after a lost answer is safe. */
public final class ReplayLambda implements ReplayFunction {

    private static final JsonMapper JSON = new JsonMapper();

    private final LambdaClient lambda;
    private final String name;

    public ReplayLambda(LambdaClient lambda, String name) {
        this.lambda = lambda;
        this.name = name;
    }

    @Override
    public ReplayResult run(ReplayRequest request) {
        InvokeResponse answer = lambda.invoke(invoke -> invoke.functionName(name)
                .payload(SdkBytes.fromUtf8String(ReplayJson.of(request).toString())));
        JsonNode payload = read(answer.payload().asByteArray());
        if (answer.functionError() != null) {
            throw new IllegalStateException("Cannot replay quarantine of "
                    + request.filter().dataset() + ": "
                    + payload.path("errorMessage").asText(payload.toString()));
        }
        return ReplayJson.result(payload);
    }

    private JsonNode read(byte[] payload) {
        try {
            return JSON.readTree(payload);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the answer of function " + name, e);
        }
    }
}
