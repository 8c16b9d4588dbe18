package io.millrace.metric;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.SortedMap;

/**
 * A metric as a line of the log, which CloudWatch takes out of it: no call, no permission, nothing to wait for.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *     Embedded metric format</a>
 */
public final class MetricLine {
    private MetricLine() {}

    /**
     * The line.
     *
     * @param name one of {@link PlatformMetrics}
     * @param unit one of CloudWatch's, as {@code Seconds}, {@code Count}
     * @param dimensions names and values
     */
    public static String of(Instant at, String name, String unit, double value, SortedMap<String, String> dimensions) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", at.toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", PlatformMetrics.NAMESPACE);
        ArrayNode names = directive.putArray("Dimensions").addArray();
        directive.putArray("Metrics").addObject().put("Name", name).put("Unit", unit);
        dimensions.forEach((dimension, text) -> {
            names.add(dimension);
            line.put(dimension, text);
        });
        line.put(name, value);
        return line.toString();
    }
}
