package io.millrace.replay;

import java.util.Locale;

/** What a replay made of a quarantined event that keeps today's contract. */
public enum Fate {
    /** It is in silver now. */
    SILVER,
    /** Silver had it already: its sender had sent it again, or quarantine held two copies. */
    DUPLICATE,
    /** It is no event but a record that steers others, which silver has no row for. */
    CONTROL;

    /** As the table of marks holds it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
