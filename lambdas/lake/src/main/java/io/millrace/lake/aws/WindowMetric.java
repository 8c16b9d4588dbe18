package io.millrace.lake.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.lake.ShardId;
import io.millrace.lake.WindowFigures;
import java.time.Clock;

/**
 * Says in the function's log how far back a shard's dedup window reaches, in CloudWatch's embedded metric format: one JSON
 * line, of which CloudWatch makes metrics by environment. The shard stands beside, for queries over the log.
 */
final class WindowMetric {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAMESPACE = "Millrace";
    private static final String ENVIRONMENT = "Environment";
    private static final String EFFECTIVE = "DedupWindowSeconds";
    private static final String FINGERPRINTS = "DedupWindowFingerprints";
    private static final String BYTES = "DedupWindowsBytes";

    private final String environment;
    private final Clock clock;

    WindowMetric(String environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** The line. */
    String line(ShardId shard, WindowFigures window) {
        ObjectNode line = JSON.createObjectNode();
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", clock.millis());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add(ENVIRONMENT);
        directive
                .putArray("Metrics")
                .add(metric(EFFECTIVE, "Seconds"))
                .add(metric(FINGERPRINTS, "Count"))
                .add(metric(BYTES, "Bytes"));
        line.put(ENVIRONMENT, environment);
        line.put("Shard", shard.toString());
        line.put(EFFECTIVE, window.effective().toSeconds());
        line.put(FINGERPRINTS, window.fingerprints());
        line.put(BYTES, window.allBytes());
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write metric of " + shard, e);
        }
    }

    private static ObjectNode metric(String name, String unit) {
        return JSON.createObjectNode().put("Name", name).put("Unit", unit);
    }
}
