package io.millrace.alerts;

/** A channel did not take a message. Neither its words nor its cause tell a secret. */
public final class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeliveryException(String message) {
        super(message);
    }
}
