package io.millrace.local.gateway.slack;

import io.millrace.local.gateway.wire.Reply;
import java.util.Optional;

/** A switch for tests: the next few posts are answered with a status, 429 with a second to wait. */
final class SlackFaults {
    private int status;
    private int times;

    /** Returns whether that can be meant. */
    synchronized boolean set(String text) {
        if (!text.matches("[45]\\d\\d \\d{1,3}")) {
            return false;
        }
        status = Integer.parseInt(text.substring(0, 3));
        times = Integer.parseInt(text.substring(4));
        return true;
    }

    synchronized Optional<Reply> next() {
        if (times == 0) {
            return Optional.empty();
        }
        times--;
        Reply reply = SlackReceiver.text(status, status == 429 ? "rate_limited" : "fault");
        return Optional.of(status == 429 ? reply.with("Retry-After", "1") : reply);
    }
}
