package io.millrace.local.gateway.proxy;

import java.io.IOException;

/** The emulator does not take more of a request. */
final class UpstreamWriteException extends IOException {
    private static final long serialVersionUID = 1L;

    UpstreamWriteException(IOException cause) {
        super(cause);
    }
}
