package io.millrace.local.gateway.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response's head.
 *
 * @param bytes the head as it came, which is what is passed on
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record ResponseHead(int status, String version, Fields fields, byte[] bytes) {

    /** The next response on a connection; null when the server closed it. */
    public static @Nullable ResponseHead read(InputStream in) throws IOException {
        byte[] bytes = HeadReader.read(in);
        if (bytes == null) {
            return null;
        }
        List<String> lines = HeadReader.lines(bytes);
        String[] start = lines.get(0).split(" ", 3);
        if (start.length < 2 || !start[0].startsWith("HTTP/1.") || !start[1].matches("[1-5][0-9]{2}")) {
            throw new MalformedMessageException("Cannot read status line: " + lines.get(0));
        }
        return new ResponseHead(
                Integer.parseInt(start[1]), start[0], Fields.parse(lines.subList(1, lines.size())), bytes);
    }

    /** Whether the server lets the connection live after this response. */
    public boolean keepsAlive() {
        return version.equals("HTTP/1.1") && !fields.hasToken("connection", "close");
    }
}
