package io.millrace.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should look at, or its end.
 *
 * @param severity how soon
 * @param state whether it goes on
 * @param title one line: what is wrong, with names
 * @param dedupKey the same for every message about the same trouble, and for the message of its end
 * @param at when it was noticed, by the sender's clock
 * @param text more, for people; empty for none
 * @param dataset that it is about, whose contract names owner, channel and runbook where the message does not
 * @param table that it is about
 * @param owner the team that should look
 * @param channel of the team's, as {@code #sales-data}
 * @param runbook an address, or the name of a page in {@code docs/runbooks} without its ending
 * @param details values by name, in the order in which they should be read
 */
public record Alert(
        Severity severity,
        AlertState state,
        String title,
        String dedupKey,
        Instant at,
        String text,
        @Nullable String dataset,
        @Nullable String table,
        @Nullable String owner,
        @Nullable String channel,
        @Nullable String runbook,
        Map<String, String> details) {
    /** A key is looked up as it is, so it must fit where it is kept. */
    public static final int MAX_KEY_CHARS = 512;

    public Alert {
        if (title.isBlank()) {
            throw new IllegalArgumentException("Cannot make an alert without a title: " + dedupKey);
        }
        if (dedupKey.isBlank()) {
            throw new IllegalArgumentException("Cannot make an alert without a dedup key: " + title);
        }
        if (dedupKey.length() > MAX_KEY_CHARS) {
            throw new IllegalArgumentException("Cannot make an alert with a dedup key of " + dedupKey.length()
                    + " characters: " + MAX_KEY_CHARS + " at most");
        }
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** A trouble that goes on. */
    public static Alert firing(Severity severity, String title, String dedupKey, Instant at) {
        return new Alert(severity, AlertState.FIRING, title, dedupKey, at, "", null, null, null, null, null, Map.of());
    }

    /** The same, in that state. */
    public Alert in(AlertState newState) {
        return new Alert(
                severity, newState, title, dedupKey, at, text, dataset, table, owner, channel, runbook, details);
    }

    /** The same, with more words. */
    public Alert saying(String newText) {
        return new Alert(
                severity, state, title, dedupKey, at, newText, dataset, table, owner, channel, runbook, details);
    }

    /** The same, about a dataset, a table of it, or both. */
    public Alert about(@Nullable String newDataset, @Nullable String newTable) {
        return new Alert(
                severity, state, title, dedupKey, at, text, newDataset, newTable, owner, channel, runbook, details);
    }

    /** The same, for a team and its channel, where they are known. */
    public Alert ownedBy(@Nullable String newOwner, @Nullable String newChannel) {
        return new Alert(
                severity, state, title, dedupKey, at, text, dataset, table, newOwner, newChannel, runbook, details);
    }

    /** The same, with what to do. */
    public Alert withRunbook(@Nullable String newRunbook) {
        return new Alert(
                severity, state, title, dedupKey, at, text, dataset, table, owner, channel, newRunbook, details);
    }

    /** The same, with one more value. */
    public Alert with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Alert(severity, state, title, dedupKey, at, text, dataset, table, owner, channel, runbook, more);
    }
}
