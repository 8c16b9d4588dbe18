package io.millrace.audit;

/** Something that was accepted is not yet in the tables. */
public final class NotSettledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotSettledException(String message) {
        super(message);
    }
}
