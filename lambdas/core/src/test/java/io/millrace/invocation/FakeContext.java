package io.millrace.invocation;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;

/**
 * An invocation of a function, for tests of its handler. Its time stands still.
 *
 * @param remaining time that it has left
 */
public record FakeContext(String functionName, Duration remaining) implements Context {
    @Override
    public int getRemainingTimeInMillis() {
        return Math.toIntExact(remaining.toMillis());
    }

    @Override
    public String getAwsRequestId() {
        return "request";
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + functionName;
    }

    @Override
    public String getLogStreamName() {
        return "stream";
    }

    @Override
    public String getFunctionName() {
        return functionName;
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:us-east-1:000000000000:function:" + functionName;
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("Cannot tell the caller");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("Cannot tell the client");
    }

    @Override
    public int getMemoryLimitInMB() {
        return 512;
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException("Cannot log: handlers log through SLF4J");
    }
}
