package io.millrace.alerting;

import io.millrace.alert.Alert;
import io.millrace.alert.AlertJson;
import io.millrace.alerts.fold.DynamoAlertLog;
import io.millrace.alerts.fold.Entry;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.time.Duration;
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
        long deadline = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() - deadline < 0) {
            Optional<String> delivered = log.find(dedupKey).filter(Entry::sent).map(Entry::delivered);
            if (delivered.isPresent()) {
                return delivered;
            }
            Thread.sleep(PAUSE.toMillis());
        }
        return Optional.empty();
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
