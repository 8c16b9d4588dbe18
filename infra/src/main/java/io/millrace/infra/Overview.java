package io.millrace.infra;

import java.util.List;
import java.util.function.Function;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.constructs.Construct;

/** The dashboard: what rings, then an event's way from the door to the tables. */
final class Overview extends Construct {
    private static final int WHOLE = 24;
    private static final int THIRD = 8;
    private static final int HALF = 12;

    Overview(Construct scope, Names names, Alarms alarms, List<IAlarm> made, List<String> datasets) {
        super(scope, "Overview");
        Metrics metrics = alarms.metrics();
        Dashboard dashboard = Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(names.of("overview"))
                .build();
        if (!made.isEmpty()) {
            dashboard.addWidgets(AlarmStatusWidget.Builder.create()
                    .title("Alarms")
                    .alarms(made)
                    .width(WHOLE)
                    .build());
        }
        dashboard.addWidgets(
                graph("Requests at the door", THIRD, List.of(metrics.ofDoor("Count", "Sum"))),
                graph(
                        "Refused and failed",
                        THIRD,
                        List.of(metrics.ofDoor("4XXError", "Sum"), metrics.ofDoor("5XXError", "Sum"))),
                graph(
                        "Latency (ms)",
                        THIRD,
                        List.of(metrics.ofDoor("Latency", "p50"), metrics.ofDoor("Latency", "p99"))));
        dashboard.addWidgets(
                graph("Records into the stream", HALF, List.of(metrics.incomingRecords())),
                graph("Age of what is read (ms)", HALF, each(alarms.consumers(), metrics::iteratorAge)));
        dashboard.addWidgets(
                graph("Delay until rows can be queried (s)", HALF, each(datasets, metrics::freshness)),
                graph("Events not accounted for", HALF, List.of(metrics.ledgerGap())));
        dashboard.addWidgets(
                graph("Failures", THIRD, each(alarms.functions(), metrics::errors)),
                graph("Throttles", THIRD, each(alarms.functions(), metrics::throttles)),
                graph("Duration, p99 (ms)", THIRD, each(alarms.functions(), metrics::duration)));
        dashboard.addWidgets(graph("Given up on", WHOLE, each(alarms.queues(), metrics::waiting)));
    }

    /** A line for each name, called by it. */
    private static List<IMetric> each(List<String> names, Function<String, Metric> metric) {
        return names.stream()
                .<IMetric>map(name -> metric.apply(name)
                        .with(MetricOptions.builder().label(name).build()))
                .toList();
    }

    private static GraphWidget graph(String title, int width, List<? extends IMetric> metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(metrics)
                .width(width)
                .build();
    }
}
