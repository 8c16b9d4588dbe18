package io.millrace.alerts;

import io.millrace.alert.Alert;
import io.millrace.alerts.fold.Folding;
import io.millrace.alerts.notice.Notices;
import io.millrace.alerts.notice.Notification;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The way of a message: read, complete, fold, send. */
final class Alerting {
    private final Completion completion;
    private final Folding folding;
    private final Channel channel;
    private final DeliveryLog log;
    private final InstantSource clock;

    Alerting(Completion completion, Folding folding, Channel channel, DeliveryLog log, InstantSource clock) {
        this.completion = completion;
        this.folding = folding;
        this.channel = channel;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes messages. One that fails does not keep the others; those that were sent are not sent again when Lambda tries the
     * same event again.
     *
     * @throws RuntimeException the last failure, if there was one
     */
    void take(List<Notification> notifications, Instant deadline) {
        RuntimeException failure = null;
        for (Notification each : notifications) {
            Alert alert = completion.complete(Notices.read(each));
            try {
                String became = folding.take(
                                alert, each.id(), repeated -> channel.send(new Delivery(alert, repeated), deadline))
                        .name();
                log.write(clock.instant(), each.id(), alert, became, null);
            } catch (RuntimeException e) {
                log.write(clock.instant(), each.id(), alert, "failed", e);
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
