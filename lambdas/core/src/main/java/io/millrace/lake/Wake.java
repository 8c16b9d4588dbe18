package io.millrace.lake;

import org.slf4j.LoggerFactory;

/** Asks for a run of the committer, soon. Many askers within one commit interval make one run. */
public interface Wake {
    /**
     * Asks; must be called after the claim stands, so that the run that it causes sees the claim.
     *
     * @throws WakeException if the request may not have been taken; the schedule wakes the committer anyway
     */
    void committer();

    /** Asks, where a request that is lost costs only time: the schedule wakes the committer anyway. */
    default void committerSoon() {
        try {
            committer();
        } catch (WakeException e) {
            LoggerFactory.getLogger(Wake.class).warn("Cannot wake the committer; its schedule will", e);
        }
    }

    /** The request for a run may be lost. */
    final class WakeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public WakeException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
