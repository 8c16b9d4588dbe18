package io.millrace.serving.catalog;

/** The catalog cannot be read now. */
public final class CatalogUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public CatalogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
