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

    private static final MessageDigest SHA_256 = platformSha256();

    public static Fingerprint of(String dataset, String source, String eventId) {
        byte[] named = (dataset + '\0' + source + '\0' + eventId).getBytes(UTF_8);
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(named));
        return new Fingerprint(hash.getLong(), hash.getLong());
    }

    @Override
    public int compareTo(Fingerprint other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** A copy: to ask the platform for each digest takes as long as the hash itself. */
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Cannot hash event ids: the platform's SHA-256 cannot be copied", e);
        }
    }

    private static MessageDigest platformSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash event ids: every Java platform has SHA-256", e);
        }
    }
}
