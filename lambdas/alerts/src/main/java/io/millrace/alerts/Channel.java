package io.millrace.alerts;

import java.time.Instant;

/** A place where people read: Slack now; a pager or a webhook would be another. */
public interface Channel {
    /**
     * Sends one message, trying again what may pass until the deadline. It may arrive twice, if an answer was lost.
     *
     * @return what was sent, in the channel's own form
     * @throws DeliveryException if it was not taken, or perhaps not
     */
    String send(Delivery delivery, Instant deadline);
}
