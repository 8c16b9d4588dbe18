package io.millrace.local.gateway.upstream;

import java.io.IOException;

/** An error that the emulator answered with. */
public final class EmulatorException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    public EmulatorException(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    public int status() {
        return status;
    }

    /** The exception's name in the service's API. */
    public String type() {
        return type;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
