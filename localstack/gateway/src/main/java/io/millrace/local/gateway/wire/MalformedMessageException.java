package io.millrace.local.gateway.wire;

import java.io.IOException;

/** Bytes that are not an HTTP/1.1 message. */
public final class MalformedMessageException extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String message) {
        super(message);
    }
}
