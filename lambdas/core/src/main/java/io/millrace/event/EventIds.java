package io.millrace.event;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids for events that bring none: the same event from the same source gets the same id, so a retry stays one event. */
public final class EventIds {
    private static final UUID NAMESPACE = UUID.fromString("8d2f6c5e-52a3-4a55-9b0f-3f1f0e6a7c41");

    private EventIds() {}

    /**
     * The UUIDv5 of {@code name} in the namespace of {@code source}, itself a UUIDv5 in the platform's namespace.
     *
     * @param name what tells the event from others of its source: its canonical JSON, or a row's text
     */
    public static String derive(String source, String name) {
        return uuid5(uuid5(NAMESPACE, source), name).toString();
    }

    /** The id of an event by its canonical JSON, for bytes that are known to be a JSON text in UTF-8. */
    public static String ofJson(String source, byte[] json, int offset, int length) {
        try (JsonParser parser = Json.parser(json, offset, length)) {
            return derive(source, CanonicalJson.of(parser));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read again what was read before", e);
        }
    }

    /** A name-based UUID, RFC 9562 section 5.5. */
    private static UUID uuid5(UUID namespace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .flip());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & ~0xF000L) | 0x5000L;
            long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot happen: every Java has SHA-1", e);
        }
    }
}
