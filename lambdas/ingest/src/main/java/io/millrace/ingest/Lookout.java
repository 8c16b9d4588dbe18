package io.millrace.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Looks at events while a body is cut, so that the bytes of most are gone through once and not twice: a fifth of what the
 * door does with an event.
 */
interface Lookout {
    /** Sees nothing; every event is looked at later. */
    Lookout NONE = (body, offset) -> null;

    /** The event that begins at an offset; null when it is not plain to see where it ends and that it keeps its contract. */
    @Nullable
    Sighting see(byte[] body, int offset);
}
