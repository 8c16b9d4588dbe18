package io.millrace.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class LedgerMetricTest {
    @Test
    void gap_and_loss_are_metrics_of_the_environment() throws JsonProcessingException {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(1_000), ZoneOffset.UTC);
        String line = new LedgerMetric("dev", clock).line(3, true);
        JsonMapper json = new JsonMapper();
        assertThat(json.readTree(line)).isEqualTo(json.readTree("""
            {"_aws": {"Timestamp": 1000, "CloudWatchMetrics": [{
                "Namespace": "Millrace",
                "Dimensions": [["Environment"]],
                "Metrics": [
                  {"Name": "LedgerGapEvents", "Unit": "Count"},
                  {"Name": "LedgerLost", "Unit": "Count"}]}]},
             "Environment": "dev",
             "LedgerGapEvents": 3,
             "LedgerLost": 1}\
            """));
        assertThat(line).doesNotContain("\n");
    }
}
