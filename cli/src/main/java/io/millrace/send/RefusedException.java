package io.millrace.send;

import java.net.URI;

/** The door refused a POST for a reason that no resend would change: a wrong key, an unknown dataset, too large a body. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(URI uri, int status, String body) {
        super("Cannot send events to " + uri + ": the door answered " + status + " " + firstLine(body) + hint(status));
    }

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }

    private static String firstLine(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.length() > 300 ? line.substring(0, 300) + "..." : line;
    }

    private static String hint(int status) {
        return status == 401 || status == 403 ? " (is the write key right? see 'millrace outputs')" : "";
    }
}
