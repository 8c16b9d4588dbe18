package io.millrace.proof.world;

import io.millrace.lake.Position;

/** The process is gone: whoever catches this must not run any more of its code. */
final class KilledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KilledException(Position reading) {
        super("Killed by record " + reading);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
