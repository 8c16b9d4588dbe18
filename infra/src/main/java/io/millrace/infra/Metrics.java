package io.millrace.infra;

import io.millrace.metric.PlatformMetrics;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** Every metric that is watched or shown, by names alone: nothing here asks for the resource. */
record Metrics(Names names) {
    private static final Duration PERIOD = Duration.minutes(5);

    /** A run a day, with time for its retries. */
    static final int PIPELINE_HOURS = 27;

    /** Runs of the state machine that came to their end in an hour. */
    Metric pipelineRuns() {
        return metric(
                        "AWS/States",
                        "ExecutionsSucceeded",
                        "Sum",
                        Map.of("StateMachineArn", names.stateMachineArn(names.pipeline())))
                .with(MetricOptions.builder().period(Duration.hours(1)).build());
    }

    /** Milliseconds. */
    Metric streamAge() {
        return metric(
                "AWS/Kinesis", "GetRecords.IteratorAgeMilliseconds", "Maximum", Map.of("StreamName", names.stream()));
    }

    Metric incomingRecords() {
        return metric("AWS/Kinesis", "IncomingRecords", "Sum", Map.of("StreamName", names.stream()));
    }

    /** Milliseconds. */
    Metric iteratorAge(String function) {
        return ofFunction("IteratorAge", "Maximum", function);
    }

    Metric errors(String function) {
        return ofFunction("Errors", "Sum", function);
    }

    Metric throttles(String function) {
        return ofFunction("Throttles", "Sum", function);
    }

    Metric invocations(String function) {
        return ofFunction("Invocations", "Sum", function);
    }

    /** Milliseconds. */
    Metric duration(String function) {
        return ofFunction("Duration", "p99", function);
    }

    /** @param queue its physical name */
    Metric waiting(String queue) {
        return metric("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", Map.of("QueueName", queue));
    }

    /** @param name of the metric, as {@code Count}, {@code 4XXError} */
    Metric ofDoor(String name, String statistic) {
        return metric("AWS/ApiGateway", name, statistic, Map.of("ApiName", names.of("ingest")));
    }

    Metric freshness(String dataset) {
        return metric(
                PlatformMetrics.NAMESPACE,
                PlatformMetrics.FRESHNESS,
                "Maximum",
                Map.of(PlatformMetrics.ENVIRONMENT, names.environment(), PlatformMetrics.DATASET, dataset));
    }

    Metric ledgerGap() {
        return ofLedger(PlatformMetrics.LEDGER_GAP);
    }

    Metric ledgerLost() {
        return ofLedger(PlatformMetrics.LEDGER_LOST);
    }

    private Metric ofLedger(String name) {
        return metric(
                PlatformMetrics.NAMESPACE, name, "Maximum", Map.of(PlatformMetrics.ENVIRONMENT, names.environment()));
    }

    private Metric ofFunction(String name, String statistic, String function) {
        return metric("AWS/Lambda", name, statistic, Map.of("FunctionName", names.of(function)));
    }

    private static Metric metric(String namespace, String name, String statistic, Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .statistic(statistic)
                .dimensionsMap(new TreeMap<>(dimensions))
                .period(PERIOD)
                .build();
    }
}
