package io.millrace.job.landing;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One version of a file. A file that is written again is another version, and is loaded again.
 *
 * @param modifiedMillis when it was landed
 */
record LandedFile(String dataset, String location, long bytes, long modifiedMillis) implements Serializable {
    /** So short that a column's statistics hold all of it. */
    private static final int LOAD_ID_BYTES = 8;

    /** {@code _batch_id} of its rows: the same for the same version in whatever run, so that a table says what it has. */
    String loadId() {
        try {
            String version = location + "\n" + bytes + "\n" + modifiedMillis;
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(version.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, LOAD_ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot happen: every Java has SHA-256", e);
        }
    }
}
