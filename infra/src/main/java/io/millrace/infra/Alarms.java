package io.millrace.infra;

import io.millrace.infra.environment.ObservabilitySettings;
import io.millrace.metric.PlatformMetrics;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The few alarms that say data stands still or is set aside. None where the environment turns them off. */
final class Alarms extends Construct {
    private final Names names;
    private final ObservabilitySettings settings;

    Alarms(Construct scope, Deployment deployment) {
        super(scope, "Alarms");
        this.names = deployment.names();
        this.settings = deployment.environment().observability();
    }

    void consumersFallBehind(Stream stream, int maxMinutes) {
        alarm(
                "consumers-fall-behind",
                "A consumer's oldest unread record is older than " + maxMinutes + " minutes",
                stream.metricGetRecordsIteratorAgeMilliseconds(overFiveMinutes("Maximum")),
                Duration.minutes(maxMinutes).toMilliseconds().longValue());
    }

    void failures(String name, Function function) {
        alarm(
                name + "-errors",
                function.getNode().getPath() + " failed",
                function.metricErrors(overFiveMinutes("Sum")),
                0);
    }

    /** Of the committer's own metrics: {@code docs/runbooks/ledger.md}. */
    void ledger() {
        alarm(
                "ledger-gap",
                "Events were claimed that are in no table and no count: an equation of the ledger does not hold",
                ledgerMetric(PlatformMetrics.LEDGER_GAP),
                0);
        alarm(
                "ledger-lost",
                "The ledger is lost or an older one, and nothing goes on: millrace doctor --rebuild-ledger",
                ledgerMetric(PlatformMetrics.LEDGER_LOST),
                0);
    }

    private Metric ledgerMetric(String name) {
        return Metric.Builder.create()
                .namespace(PlatformMetrics.NAMESPACE)
                .metricName(name)
                .dimensionsMap(Map.of(PlatformMetrics.ENVIRONMENT, names.environment()))
                .statistic("Maximum")
                .period(Duration.minutes(5))
                .build();
    }

    void deadLetters(String name, Queue queue) {
        alarm(
                name + "-dead-letters",
                "A message was given up on and waits in " + name,
                queue.metricApproximateNumberOfMessagesVisible(overFiveMinutes("Maximum")),
                0);
    }

    private void alarm(String name, String description, IMetric metric, long above) {
        if (!settings.alarms()) {
            return;
        }
        Alarm alarm = Alarm.Builder.create(this, name)
                .alarmName(names.of(name))
                .alarmDescription(description)
                .metric(metric)
                .threshold(above)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(1)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
        if (settings.alarmTopicArn() != null) {
            alarm.addAlarmAction(new SnsAction(Topic.fromTopicArn(this, name + "-topic", settings.alarmTopicArn())));
        }
    }

    private static MetricOptions overFiveMinutes(String statistic) {
        return MetricOptions.builder()
                .statistic(statistic)
                .period(Duration.minutes(5))
                .build();
    }
}
