package io.millrace.alerts.fold;

import io.millrace.alert.Alert;
import io.millrace.alert.AlertState;
import io.millrace.alert.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of one trouble: the message that was sent last, and what came after it.
 *
 * @param key of the trouble
 * @param version one more with each change
 * @param messageId of the message that is sent, or was
 * @param sending until when its sender may still be at it; after that, an entry that is not sent is of a sender that failed
 * @param sent whether the channel took it
 * @param delivered what the channel took; empty before
 * @param foldUntil until when messages like it are only counted
 * @param told how many messages before it were only counted: it tells of them
 * @param repeated how many came after it and were only counted
 * @param recentIds the last of those, so that one that SNS delivers twice counts once
 */
public record Entry(
        String key,
        long version,
        AlertState state,
        Severity severity,
        String title,
        Instant at,
        String messageId,
        Instant sending,
        boolean sent,
        String delivered,
        Instant foldUntil,
        int told,
        int repeated,
        List<String> recentIds) {
    private static final int MAX_IDS = 50;
    private static final int MAX_TITLE_CHARS = 300;

    public Entry {
        title = title.length() > MAX_TITLE_CHARS ? title.substring(0, MAX_TITLE_CHARS) : title;
        recentIds = List.copyOf(recentIds);
    }

    /** Of a message that is about to be sent. */
    static Entry sending(long version, Alert alert, String messageId, Instant sending, Instant foldUntil, int told) {
        return new Entry(
                alert.dedupKey(),
                version,
                alert.state(),
                alert.severity(),
                alert.title(),
                alert.at(),
                messageId,
                sending,
                false,
                "",
                foldUntil,
                told,
                0,
                List.of());
    }

    /** The same, taken by the channel; for an end that nobody had to be told of, with nothing delivered. */
    Entry sent(String newDelivered) {
        return next(true, newDelivered, repeated, recentIds);
    }

    /** The same, with one more message that is only counted. */
    Entry repeatedBy(String id) {
        List<String> ids = new ArrayList<>(recentIds);
        ids.add(id);
        return next(sent, delivered, repeated + 1, ids.subList(Math.max(0, ids.size() - MAX_IDS), ids.size()));
    }

    private Entry next(boolean nowSent, String nowDelivered, int nowRepeated, List<String> nowRecent) {
        return new Entry(
                key,
                version + 1,
                state,
                severity,
                title,
                at,
                messageId,
                sending,
                nowSent,
                nowDelivered,
                foldUntil,
                told,
                nowRepeated,
                nowRecent);
    }

    boolean counted(String id) {
        return recentIds.contains(id);
    }

    /** Whether its sender gave up, or was cut off. */
    boolean failed(Instant now) {
        return !sent && !now.isBefore(sending);
    }
}
