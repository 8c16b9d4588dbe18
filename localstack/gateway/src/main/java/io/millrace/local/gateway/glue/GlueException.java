package io.millrace.local.gateway.glue;

/** An error of Glue's API. */
final class GlueException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String type;

    GlueException(String type, String message) {
        super(message);
        this.type = type;
    }

    static GlueException notFound(String message) {
        return new GlueException("EntityNotFoundException", message);
    }

    static GlueException invalid(String message) {
        return new GlueException("InvalidInputException", message);
    }

    /** The exception's name in the API. */
    String type() {
        return type;
    }
}
