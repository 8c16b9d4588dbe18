package io.millrace.alerts.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What Slack says to a post: {@code ok}, or a word for what is wrong.
 *
 * @param status 0 when there was no answer
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">Handling errors</a>
 */
record SlackAnswer(int status, String body, String retryAfter) {
    private static final int MAX_CHARS = 200;
    /** The webhook was revoked, its channel or its app is gone: there may be another by now. */
    private static final Set<Integer> GONE = Set.of(403, 404, 410);

    static SlackAnswer none(String why) {
        return new SlackAnswer(0, why, "");
    }

    boolean taken() {
        return status == 200;
    }

    boolean gone() {
        return GONE.contains(status);
    }

    /** Whether it is worth to try again. */
    boolean passing() {
        return status == 0 || status == 429 || status >= 500;
    }

    /** How long Slack wants to be left alone, if it says so in seconds. */
    Optional<Duration> wait(int longestSeconds) {
        return retryAfter.matches("\\d{1,6}")
                ? Optional.of(Duration.ofSeconds(Math.min(Integer.parseInt(retryAfter), longestSeconds)))
                : Optional.empty();
    }

    String text() {
        String words = body.length() > MAX_CHARS ? body.substring(0, MAX_CHARS) : body;
        return status == 0 ? "nothing (" + words + ")" : status + " (" + words.strip() + ")";
    }
}
