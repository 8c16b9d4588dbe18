package io.millrace.ingest;

import java.util.Base64;
import java.util.zip.ZipException;

/**
 * The plain bytes of a request's body: base64 undone where API Gateway put it, gzip undone where the bytes say so
 * (RFC 1952 magic), whatever the headers claim.
 */
final class Body implements Unpacked {
    private static final byte GZIP_TEXT = 0x1f;

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, not a copy: events are checked and cut where they lie. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * Opens a body. Unpacking stops at the limit, so that a small body that grows without end costs no more than a
     * large one.
     */
    static Unpacked of(HttpRequest request, int maxBytes) {
        byte[] sent;
        if (request.base64()) {
            try {
                sent = Base64.getDecoder().decode(request.body());
            } catch (IllegalArgumentException e) {
                return new Refusal(400, "bad_base64", "Cannot decode the body as base64: " + e.getMessage());
            }
        } else if (request.body().length > 0 && request.body()[0] == GZIP_TEXT) {
            // API Gateway decodes a body as text when it has no binary media type for it.
            return new Refusal(
                    415,
                    "gzip_as_text",
                    "Cannot unpack the gzip body: it was decoded as text on its way; send a Content-Type header with it");
        } else {
            sent = request.body();
        }
        if (sent.length > maxBytes) {
            return tooLarge("has " + sent.length + " bytes", maxBytes);
        }
        return Gunzip.isGzip(sent) ? gunzip(sent, maxBytes) : new Body(sent);
    }

    private static Unpacked gunzip(byte[] packed, int maxBytes) {
        try {
            byte[] plain = Gunzip.unpack(packed, maxBytes);
            return plain == null ? tooLarge("unpacks to more", maxBytes) : new Body(plain);
        } catch (ZipException e) {
            return new Refusal(400, "bad_gzip", "Cannot unpack the gzip body: " + e.getMessage());
        }
    }

    private static Refusal tooLarge(String what, int maxBytes) {
        return new Refusal(
                413,
                "body_too_large",
                "Cannot take the body: it " + what + ", the limit is " + maxBytes
                        + " bytes as sent and unpacked; send fewer events at a time");
    }
}
