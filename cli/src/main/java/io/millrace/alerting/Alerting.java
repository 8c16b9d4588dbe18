package io.millrace.alerting;

import io.millrace.alert.Alert;
import io.millrace.alert.AlertJson;
import io.millrace.alerts.fold.DynamoAlertLog;
import io.millrace.alerts.fold.Entry;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import io.millrace.waiting.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Publishes alerts as the platform's parts do, and reads what became of them. */
public final class Alerting implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final String topicArn;
    private final SnsClient sns;
    private final DynamoDbClient dynamo;
    private final DynamoAlertLog log;

    /** @throws IllegalStateException if the environment has no Monitoring stack */
    public Alerting(Target target) {
        StackOutputs outputs = StackOutputs.of(target);
        this.topicArn = outputs.need("AlertsTopicArn");
        this.sns = target.clients().sns();
        this.dynamo = target.clients().dynamoDb();
        this.log = new DynamoAlertLog(dynamo, outputs.need("AlertsTable"));
    }

    public void publish(Alert alert) {
        sns.publish(publish ->
                publish.topicArn(topicArn).message(AlertJson.write(alert).toString()));
    }

    /**
     * Waits until an alert was taken by its channel.
     *
     * @return what the channel got; empty when the time is over
     */
    public Optional<String> delivered(String dedupKey, Duration timeout) throws InterruptedException {
        return Waiting.atMost(timeout, PAUSE)
                .find(
                        "the alert's delivery",
                        () -> log.find(dedupKey).filter(Entry::sent).map(Entry::delivered));
    }

    /**
     * Waits until a channel took an alert that was told since a moment.
     *
     * @param name that stands in its title
     * @return the alert; empty when the time is over
     */
    public Optional<Entry> heard(String name, Instant since, Duration timeout) throws InterruptedException {
        return Waiting.atMost(timeout, PAUSE)
                .find(
                        "an alert of " + name,
                        () -> told().stream()
                                .filter(entry -> entry.sent()
                                        && !entry.at().isBefore(since)
                                        && entry.title().contains(name))
                                .findFirst());
    }

    /** What was told, newest first. */
    public List<Entry> told() {
        return log.all().stream()
                .sorted(Comparator.comparing(Entry::at).reversed())
                .toList();
    }

    @Override
    public void close() {
        try (sns;
                dynamo) {
            // both are closed, whichever fails
        }
    }
}
