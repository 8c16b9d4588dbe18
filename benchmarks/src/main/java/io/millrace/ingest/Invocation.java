package io.millrace.ingest;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** An invocation that has just begun. */
record Invocation() implements Context {
    @Override
    public int getRemainingTimeInMillis() {
        return 15_000;
    }

    @Override
    public String getAwsRequestId() {
        return "benchmark";
    }

    @Override
    public String getLogGroupName() {
        return "benchmark";
    }

    @Override
    public String getLogStreamName() {
        return "benchmark";
    }

    @Override
    public String getFunctionName() {
        return "ingest";
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:us-east-1:000000000000:function:ingest";
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("Cannot tell an identity: there is none");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("Cannot tell a client: there is none");
    }

    @Override
    public int getMemoryLimitInMB() {
        return 1769;
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException("Cannot log there: the function logs to its output");
    }
}
