package io.millrace.local.gateway.engine;

/** A statement failed. The message is the engine's. */
public final class EngineException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whose fault it was. */
    public enum Kind {
        USER,
        RESOURCES,
        INTERNAL
    }

    private final String name;
    private final Kind kind;

    /**
     * A failure.
     *
     * @param name the engine's error name, such as TABLE_NOT_FOUND
     */
    public EngineException(String name, Kind kind, String message) {
        super(message);
        this.name = name;
        this.kind = kind;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
