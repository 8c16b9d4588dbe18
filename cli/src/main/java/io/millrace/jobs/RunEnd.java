package io.millrace.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param state in Glue's words, as SUCCEEDED
 * @param error why it failed, empty where it did not
 * @param report what the job itself left; empty where it came to none
 */
public record RunEnd(String state, String error, Optional<JsonNode> report) {
    public boolean succeeded() {
        return state.equals("SUCCEEDED");
    }
}
