package io.millrace.local.gateway.statement;

/** A query that is no statement of Athena's, or one that this Athena does not have; the message says what to do. */
public final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
