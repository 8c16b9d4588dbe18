package io.millrace.metric;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Metrics as a line of the log, which CloudWatch takes out of it: no call, no permission, nothing to wait for.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *     Embedded metric format</a>
 */
public final class MetricLine {
    private final ObjectNode line = JsonNodeFactory.instance.objectNode();
    private final ArrayNode dimensions;
    private final ArrayNode metrics;

    /** A line of an environment, still without metrics. */
    public MetricLine(Instant at, String environment) {
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", at.toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", PlatformMetrics.NAMESPACE);
        dimensions = directive.putArray("Dimensions").addArray().add(PlatformMetrics.ENVIRONMENT);
        metrics = directive.putArray("Metrics");
        line.put(PlatformMetrics.ENVIRONMENT, environment);
    }

    /** Adds what stands beside the metrics, for queries over the log. */
    public MetricLine with(String property, String value) {
        line.put(property, value);
        return this;
    }

    /** Has the line's metrics told apart by this, too. */
    public MetricLine dimension(String name, String value) {
        dimensions.add(name);
        line.put(name, value);
        return this;
    }

    /**
     * Adds a metric.
     *
     * @param name one of {@link PlatformMetrics}
     * @param unit one of CloudWatch's, as {@code Seconds}, {@code Count}
     */
    public MetricLine metric(String name, String unit, long value) {
        metrics.addObject().put("Name", name).put("Unit", unit);
        line.put(name, value);
        return this;
    }

    /** As {@link #metric(String, String, long)}, of what has fractions. */
    public MetricLine metric(String name, String unit, double value) {
        metrics.addObject().put("Name", name).put("Unit", unit);
        line.put(name, value);
        return this;
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
