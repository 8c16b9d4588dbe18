package io.millrace.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the keys table holds instead of a key. */
final class KeyHash {
    private KeyHash() {}

    /** Lowercase hex SHA-256 of the key's UTF-8 bytes. */
    static String of(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash a key: every Java platform has SHA-256", e);
        }
    }
}
