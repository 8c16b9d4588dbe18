package io.millrace.alerts.fold;

import io.millrace.alert.Alert;
import io.millrace.alert.AlertState;
import io.millrace.alerts.fold.Decision.Keep;
import io.millrace.alerts.fold.Decision.Send;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which messages go out. Of one trouble: its beginning; again when it goes on after the window, or gets worse; its end, if
 * its beginning was told. The rest is counted, and the next message tells how many there were.
 *
 * @param window in which a message like the last one is only counted
 * @param sending how long a sender may take, its retries included
 */
record FoldRule(Duration window, Duration sending) {

    Decision decide(@Nullable Entry before, Alert alert, String messageId, Instant now) {
        if (before == null) {
            return alert.state() == AlertState.FIRING
                    ? send(0, 0, alert, messageId, now)
                    : over(1, alert, messageId, now);
        }
        if (before.messageId().equals(messageId)) {
            return before.sent()
                    ? new Keep(Verdict.SEEN, null)
                    : send(before.version() + 1, before.told(), alert, messageId, now);
        }
        if (before.counted(messageId)) {
            return new Keep(Verdict.SEEN, null);
        }
        return before.state() == alert.state()
                ? again(before, alert, messageId, now)
                : changed(before, alert, messageId, now);
    }

    private Decision again(Entry before, Alert alert, String messageId, Instant now) {
        if (alert.state() == AlertState.RESOLVED) {
            return new Keep(Verdict.NOTHING_OPEN, null);
        }
        if (before.failed(now)) {
            return send(before.version() + 1, before.told() + before.repeated() + 1, alert, messageId, now);
        }
        boolean worse = alert.severity().compareTo(before.severity()) > 0;
        if (worse || !now.isBefore(before.foldUntil())) {
            return send(before.version() + 1, before.repeated(), alert, messageId, now);
        }
        return new Keep(Verdict.FOLDED, before.repeatedBy(messageId));
    }

    /** SNS keeps no order: an end may arrive before its beginning. */
    private Decision changed(Entry before, Alert alert, String messageId, Instant now) {
        if (alert.at().isBefore(before.at())) {
            return new Keep(Verdict.STALE, null);
        }
        if (alert.state() == AlertState.FIRING) {
            return send(before.version() + 1, 0, alert, messageId, now);
        }
        return before.failed(now)
                ? over(before.version() + 1, alert, messageId, now)
                : send(before.version() + 1, before.repeated(), alert, messageId, now);
    }

    private Send send(long version, int told, Alert alert, String messageId, Instant now) {
        return new Send(Entry.sending(version, alert, messageId, now.plus(sending), now.plus(window), told));
    }

    private Keep over(long version, Alert alert, String messageId, Instant now) {
        return new Keep(
                Verdict.NOTHING_OPEN,
                Entry.sending(version - 1, alert, messageId, now, now.plus(window), 0)
                        .sent(""));
    }
}
