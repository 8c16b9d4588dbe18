package io.millrace.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Where one event lies in a body, in bytes.
 *
 * @param sighting what was seen of it while the body was cut; null for nothing
 */
record Slice(int offset, int length, @Nullable Sighting sighting) {
    Slice(int offset, int length) {
        this(offset, length, null);
    }
}
