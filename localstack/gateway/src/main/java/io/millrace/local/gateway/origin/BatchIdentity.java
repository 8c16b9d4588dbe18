package io.millrace.local.gateway.origin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Tells a batch that is sent again from another one: by the id of its first message, since SDKs write the time of sending
 * into each try. A body without such an id is its own identity.
 */
final class BatchIdentity {
    private static final Pattern MESSAGE_ID = Pattern.compile("\"messageId\"\\s*:\\s*\"([^\"]{1,200})\"");
    private static final int MAX_TEXT_BYTES = 16 * 1024 * 1024;

    private BatchIdentity() {}

    static String of(byte[] content) {
        String text = new String(plain(content), UTF_8);
        Matcher id = MESSAGE_ID.matcher(text);
        return id.find() ? id.group(1) : text;
    }

    private static byte[] plain(byte[] content) {
        if (content.length < 2 || content[0] != (byte) 0x1f || content[1] != (byte) 0x8b) {
            return content;
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return unpacked.readNBytes(MAX_TEXT_BYTES);
        } catch (IOException e) {
            return content; // the door will say what is wrong with it
        }
    }
}
