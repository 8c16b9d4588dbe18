package io.millrace.local.gateway.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a message's head: the start line and the fields, up to and with the empty line. */
final class HeadReader {
    /** A signed request with a session token and user metadata stays far below this. */
    static final int MAX_BYTES = 256 * 1024;

    private HeadReader() {}

    /**
     * The exact bytes of the next head; null when the peer closed before its first byte.
     *
     * @param in a buffered stream
     */
    static byte @Nullable [] read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
        int lineLength = 0;
        while (true) {
            int b = in.read();
            if (b < 0) {
                if (head.size() == 0) {
                    return null;
                }
                throw new MalformedMessageException("Cannot read message head: closed after " + head.size() + " bytes");
            }
            if (head.size() == 0 && (b == '\r' || b == '\n')) {
                continue; // RFC 9112 2.2: empty lines before a request line are to be ignored
            }
            head.write(b);
            if (b == '\n') {
                if (lineLength == 0) {
                    return head.toByteArray();
                }
                lineLength = 0;
            } else if (b != '\r') {
                lineLength++;
            }
            if (head.size() > MAX_BYTES) {
                throw new MalformedMessageException("Cannot read message head: longer than " + MAX_BYTES + " bytes");
            }
        }
    }

    /** The lines of a head, the start line first, without line ends and without the empty line. */
    static List<String> lines(byte[] head) {
        List<String> lines = new ArrayList<>();
        for (String line : new String(head, ISO_8859_1).split("\n", -1)) {
            String bare = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (!bare.isEmpty()) {
                lines.add(bare);
            }
        }
        return lines;
    }
}
