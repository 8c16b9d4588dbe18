package io.millrace.lake;

/**
 * A shard was claimed further than the head says that somebody works with, and the claims which that head needs are
 * forgotten already: it is to be read again. Nothing is lost.
 */
final class StaleHeadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long proven;

    /** @param proven number of a claim that stands, after the head's */
    StaleHeadException(Head head, long proven) {
        super("Cannot work at claim " + head.k() + " of shard " + head.shard() + ": claim " + proven + " stands");
        this.proven = proven;
    }

    /** Number of a claim that the shard's head must have reached. */
    long proven() {
        return proven;
    }
}
