package io.millrace.dedup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What identifies an event: the first 128 bits of SHA-256 over dataset, source and event id. A cryptographic hash, since
 * ids come from outside: nobody can craft an id that hides another source's event. Compares as an unsigned number.
 */
public record Fingerprint(long high, long low) implements Comparable<Fingerprint> {
    /** Length of one in a run. */
    public static final int BYTES = 16;

    public static Fingerprint of(String dataset, String source, String eventId) {
        MessageDigest digest = sha256();
        digest.update(dataset.getBytes(UTF_8));
        digest.update((byte) 0);
        digest.update(source.getBytes(UTF_8));
        digest.update((byte) 0);
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(eventId.getBytes(UTF_8)));
        return new Fingerprint(hash.getLong(), hash.getLong());
    }

    @Override
    public int compareTo(Fingerprint other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash event ids: every Java platform has SHA-256", e);
        }
    }
}
