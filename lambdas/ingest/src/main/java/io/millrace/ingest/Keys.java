package io.millrace.ingest;

import java.util.Optional;

/** Whose key it is. */
interface Keys {
    /**
     * Looks a key up.
     *
     * @param keyHash lowercase hex SHA-256 of the key
     * @return the source of an active key; empty for one that is unknown or revoked
     * @throws KeysUnavailableException when it cannot be told now
     */
    Optional<Source> find(String keyHash);
}
