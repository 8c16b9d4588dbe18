package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What a command answered. */
record Outcome(String command, int exit, String out, String err) {
    Outcome succeeded() {
        assertThat(exit).as("%s%nstdout: %s%nstderr: %s", command, out, err).isZero();
        return this;
    }

    JsonNode json() {
        try {
            return new JsonMapper().readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON from " + command + ": " + out + "\nstderr: " + err, e);
        }
    }
}
