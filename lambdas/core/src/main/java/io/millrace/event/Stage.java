package io.millrace.event;

import java.util.Locale;

/** Where an event was rejected. */
public enum Stage {
    /** By the ingest API, which told the sender. */
    DOOR,
    /** After the stream, on its way into tables. */
    ROW,
    /** It could not be read as an event at all. */
    DECODE;

    /** As quarantine tables hold it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
