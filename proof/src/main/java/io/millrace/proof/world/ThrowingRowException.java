package io.millrace.proof.world;

/** What a record does that makes our own code throw. */
final class ThrowingRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ThrowingRowException(SimRecord record) {
        super("Cannot write a row of " + record);
    }
}
