package io.millrace.local.host.runtime;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a function's lines to the host's log, each with the function and the request that it belongs to. */
record HostLogger(String functionName, String requestId) implements LambdaLogger {

    private static final Logger LOG = LoggerFactory.getLogger("function");

    @Override
    public void log(String message) {
        message.lines().forEach(line -> LOG.info("{} {} {}", functionName, requestId, line));
    }

    @Override
    public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
    }
}
