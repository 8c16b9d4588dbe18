package io.millrace.infra.environment;

/** Memory (which brings its share of CPU) and longest run of one Lambda function. */
public record FunctionSize(int memoryMb, int timeoutSeconds) {
    public FunctionSize {
        Check.range("memoryMb", memoryMb, 128, 10_240);
        Check.range("timeoutSeconds", timeoutSeconds, 1, 900);
    }
}
