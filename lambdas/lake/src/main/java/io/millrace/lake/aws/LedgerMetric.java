package io.millrace.lake.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/**
 * Says in the committer's log, with each run, whether the ledger's equations hold and whether the ledger is there at all,
 * in CloudWatch's embedded metric format: one JSON line, of which CloudWatch makes metrics by environment.
 */
final class LedgerMetric {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAMESPACE = "Millrace";
    private static final String ENVIRONMENT = "Environment";
    private static final String GAP = "LedgerGapEvents";
    private static final String LOST = "LedgerLost";

    private final String environment;
    private final Clock clock;

    LedgerMetric(String environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * The line.
     *
     * @param gapEvents by how many events an equation does not hold, in all that the run folded
     * @param lost whether the run refused because the ledger is lost or an older one
     */
    String line(long gapEvents, boolean lost) {
        ObjectNode line = JSON.createObjectNode();
        ObjectNode aws = line.putObject("_aws");
        aws.put("Timestamp", clock.millis());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add(ENVIRONMENT);
        directive.putArray("Metrics").add(metric(GAP)).add(metric(LOST));
        line.put(ENVIRONMENT, environment);
        line.put(GAP, gapEvents);
        line.put(LOST, lost ? 1 : 0);
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write metric of the ledger", e);
        }
    }

    private static ObjectNode metric(String name) {
        return JSON.createObjectNode().put("Name", name).put("Unit", "Count");
    }
}
