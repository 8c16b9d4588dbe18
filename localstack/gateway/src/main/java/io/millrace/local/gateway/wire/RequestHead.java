package io.millrace.local.gateway.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request's head.
 *
 * @param target the request target exactly as sent: path and raw query
 * @param bytes the head as it came, which is what is passed on
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RequestHead(String method, String target, String version, Fields fields, byte[] bytes) {

    /** The next request on a connection; null when the client closed it. */
    public static @Nullable RequestHead read(InputStream in) throws IOException {
        byte[] bytes = HeadReader.read(in);
        return bytes == null ? null : parse(bytes);
    }

    static RequestHead parse(byte[] bytes) throws MalformedMessageException {
        List<String> lines = HeadReader.lines(bytes);
        String[] start = lines.get(0).split(" ", -1);
        if (start.length != 3 || !start[2].startsWith("HTTP/1.")) {
            throw new MalformedMessageException("Cannot read request line: " + lines.get(0));
        }
        return new RequestHead(start[0], start[1], start[2], Fields.parse(lines.subList(1, lines.size())), bytes);
    }

    /** The target without its query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** Whether the client waits for 100 before it sends the body. */
    public boolean expectsContinue() {
        return fields.hasToken("expect", "100-continue");
    }

    /** Whether the client lets the connection live after this request. */
    public boolean keepsAlive() {
        return version.equals("HTTP/1.1") && !fields.hasToken("connection", "close");
    }

    /** The same request for another target: the fields stay the very same bytes. */
    public RequestHead withTarget(String newTarget) {
        int lineEnd = 0;
        while (bytes[lineEnd] != '\r' && bytes[lineEnd] != '\n') {
            lineEnd++;
        }
        byte[] line = (method + " " + newTarget + " " + version).getBytes(ISO_8859_1);
        byte[] moved = new byte[line.length + bytes.length - lineEnd];
        System.arraycopy(line, 0, moved, 0, line.length);
        System.arraycopy(bytes, lineEnd, moved, line.length, bytes.length - lineEnd);
        return new RequestHead(method, newTarget, version, fields, moved);
    }
}
