package io.millrace.send;

/**
 * What it took to have a POST answered.
 *
 * @param resends how often it was sent again
 * @param unanswered attempts that the door may have taken although no answer said so: a connection that broke after
 *     the request, a time-out, a 5xx from a proxy before the door. Each may have left one more copy of the POST's
 *     events in bronze (and of its rejected events in quarantine), never in silver.
 */
public record Attempts(int resends, int unanswered) {

    static final Attempts FIRST = new Attempts(0, 0);

    Attempts resend(boolean maybeTaken) {
        return new Attempts(resends + 1, unanswered + (maybeTaken ? 1 : 0));
    }
}
