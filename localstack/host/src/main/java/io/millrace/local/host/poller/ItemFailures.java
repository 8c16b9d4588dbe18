package io.millrace.local.host.poller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the answer of a function that reports batch item failures. No list, an empty list or no answer is success; the
 * lowest reported sequence number is where the retry begins; a report that names no record of the batch fails it whole.
 */
final class ItemFailures {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ItemFailures() {}

    static Outcome read(byte[] payload, Batch batch) {
        JsonNode answer;
        try {
            answer = JSON.readTree(payload);
        } catch (IOException e) {
            return unreadable(payload);
        }
        if (answer.isMissingNode() || answer.isNull()) {
            return new Outcome.Succeeded();
        }
        JsonNode failures = answer.path("batchItemFailures");
        if (!answer.isObject() || !(failures.isArray() || failures.isNull() || failures.isMissingNode())) {
            return unreadable(payload);
        }
        int lowest = batch.size();
        for (JsonNode failure : failures) {
            Integer index = batch.indexOf(failure.path("itemIdentifier").asText());
            if (index == null) {
                return unreadable(payload);
            }
            lowest = Math.min(lowest, index);
        }
        return lowest == batch.size()
                ? new Outcome.Succeeded()
                : new Outcome.Failed(
                        lowest,
                        "Item failures from " + batch.records().get(lowest).sequenceNumber());
    }

    private static Outcome unreadable(byte[] payload) {
        return new Outcome.Failed(0, "Cannot read the batch response: " + new String(payload, StandardCharsets.UTF_8));
    }
}
