package io.millrace.local.host.runtime;

/** How an invocation ended. */
public sealed interface Invocation {

    /** The handler returned; {@code payload} is what it wrote. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Succeeded(byte[] payload) implements Invocation {}

    /** A function error: the handler threw, timed out, answered too much, or could not be made. {@code error} is Lambda's JSON. */
    record Failed(String error) implements Invocation {

        /** Type and message in one line, without the stack trace. */
        public String summary() {
            return ErrorDocument.summary(error);
        }
    }

    /** The function never saw the event: all its environments are busy. */
    record Throttled(String reason) implements Invocation {}

    /** The function never saw the event: it is not synthesised, or not deployed. */
    record Unavailable(String reason) implements Invocation {}
}
