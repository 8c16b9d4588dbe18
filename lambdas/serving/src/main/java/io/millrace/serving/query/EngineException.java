package io.millrace.serving.query;

import org.jspecify.annotations.Nullable;

/** A call that the engine did not answer as it should. Its message is for the log. */
public final class EngineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What to make of it. */
    public enum Kind {
        /** It has more to do than it takes. */
        BUSY,
        /** It finds fault with the statement. */
        BAD_STATEMENT,
        /** No query of ours has that id, or its rows are gone. */
        UNKNOWN_QUERY,
        /** It cannot be reached, or fails. */
        AWAY
    }

    public EngineException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
