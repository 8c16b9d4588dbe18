package io.millrace.local.gateway.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** How the bytes after a head are framed (RFC 9112 section 6). */
public enum Body {
    NONE,
    SIZED,
    CHUNKED,
    /** Only a response: it ends with the connection. */
    UNTIL_CLOSE;

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int MAX_LINE_BYTES = 16 * 1024;

    public static Body of(RequestHead request) {
        if (request.fields().first("transfer-encoding") != null) {
            return CHUNKED;
        }
        return request.fields().first("content-length") != null ? SIZED : NONE;
    }

    public static Body of(String requestMethod, ResponseHead response) {
        int status = response.status();
        if (requestMethod.equals("HEAD") || status < 200 || status == 204 || status == 304) {
            return NONE;
        }
        if (response.fields().hasToken("transfer-encoding", "chunked")) {
            return CHUNKED;
        }
        return response.fields().first("content-length") != null ? SIZED : UNTIL_CLOSE;
    }

    /**
     * Copies a body with its framing, byte for byte, passing on what has come as soon as nothing more waits.
     *
     * @throws EOFException when the source ends before the body does
     */
    public void copy(Fields fields, InputStream in, OutputStream out) throws IOException {
        switch (this) {
            case NONE -> {}
            case SIZED -> copySized(length(fields), in, out);
            case CHUNKED -> copyChunks(in, out, true);
            case UNTIL_CLOSE -> copyRest(in, out);
        }
        out.flush();
    }

    /**
     * The content of a body, its framing removed.
     *
     * @throws MalformedMessageException when it is longer than maxBytes
     */
    public byte[] read(Fields fields, InputStream in, int maxBytes) throws IOException {
        ByteArrayOutputStream content = new BoundedBuffer(maxBytes);
        switch (this) {
            case NONE -> {}
            case SIZED -> copySized(length(fields), in, content);
            case CHUNKED -> copyChunks(in, content, false);
            case UNTIL_CLOSE -> copyRest(in, content);
        }
        return content.toByteArray();
    }

    private static long length(Fields fields) throws MalformedMessageException {
        String length = fields.first("content-length");
        if (length == null || !length.matches("[0-9]{1,18}")) {
            throw new MalformedMessageException("Cannot read Content-Length: " + length);
        }
        return Long.parseLong(length);
    }

    private static void copySized(long length, InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, Math.max(1, length))];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("Cannot read body: closed with " + left + " of " + length + " bytes to come");
            }
            out.write(buffer, 0, read);
            left -= read;
            flushWhenIdle(in, out);
        }
    }

    private static void copyChunks(InputStream in, OutputStream out, boolean framed) throws IOException {
        while (true) {
            flushWhenIdle(in, out); // what has come of this chunk must not wait for the next one
            byte[] sizeLine = line(in);
            long size = chunkSize(sizeLine);
            if (framed) {
                out.write(sizeLine);
            }
            if (size == 0) {
                break;
            }
            copySized(size, in, out);
            byte[] end = line(in);
            if (framed) {
                out.write(end);
            }
        }
        byte[] trailer;
        do {
            trailer = line(in);
            if (framed) {
                out.write(trailer);
            }
        } while (trailer.length > 2);
    }

    private static void copyRest(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            flushWhenIdle(in, out);
        }
    }

    private static void flushWhenIdle(InputStream in, OutputStream out) throws IOException {
        if (in.available() == 0) {
            out.flush();
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new BoundedBuffer(MAX_LINE_BYTES);
        int b;
        do {
            b = in.read();
            if (b < 0) {
                throw new EOFException("Cannot read chunked body: closed inside a line");
            }
            line.write(b);
        } while (b != '\n');
        return line.toByteArray();
    }

    private static long chunkSize(byte[] line) throws MalformedMessageException {
        long size = 0;
        int digits = 0;
        for (byte b : line) {
            int digit = Character.digit(b, 16);
            if (digit < 0) {
                break;
            }
            size = size * 16 + digit;
            digits++;
        }
        if (digits == 0 || digits > 15) {
            throw new MalformedMessageException("Cannot read chunk size: " + digits + " hexadecimal digits");
        }
        return size;
    }
}
