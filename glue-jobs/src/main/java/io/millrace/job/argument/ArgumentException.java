package io.millrace.job.argument;

/** A job was started wrongly: one line that names the argument, the value and the way out, and no stack trace. */
public final class ArgumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public ArgumentException(String message) {
        super(message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
