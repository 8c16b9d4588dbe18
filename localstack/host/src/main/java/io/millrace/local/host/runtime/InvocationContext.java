package io.millrace.local.host.runtime;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** What a handler may ask about its invocation. */
record InvocationContext(
        FunctionConfiguration function, String requestId, String logStream, Instant deadline, InstantSource clock)
        implements Context {

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + function.name();
    }

    @Override
    public String getLogStreamName() {
        return logStream;
    }

    @Override
    public String getFunctionName() {
        return function.name();
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return function.arn();
    }

    /** An identity without values, as for every caller that is not a mobile SDK. */
    @Override
    public CognitoIdentity getIdentity() {
        return new NoIdentity();
    }

    @Override
    public ClientContext getClientContext() {
        return new NoClient();
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) Math.max(0, Duration.between(clock.instant(), deadline).toMillis());
    }

    @Override
    public int getMemoryLimitInMB() {
        return function.memoryMegabytes();
    }

    @Override
    public LambdaLogger getLogger() {
        return new HostLogger(function.name(), requestId);
    }

    private record NoIdentity() implements CognitoIdentity {
        @Override
        public String getIdentityId() {
            return "";
        }

        @Override
        public String getIdentityPoolId() {
            return "";
        }
    }

    private record NoClient() implements ClientContext {
        @Override
        public com.amazonaws.services.lambda.runtime.Client getClient() {
            throw new UnsupportedOperationException("Cannot describe the client: the caller is not a mobile SDK");
        }

        @Override
        public Map<String, String> getCustom() {
            return Map.of();
        }

        @Override
        public Map<String, String> getEnvironment() {
            return Map.of();
        }
    }
}
