package io.millrace.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.lake.ShardId;
import io.millrace.lake.WindowFigures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class WindowMetricTest {
    @Test
    void the_effective_window_is_a_metric_of_the_environment() throws JsonProcessingException {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(1_000), ZoneOffset.UTC);
        WindowFigures window = new WindowFigures(Duration.ofMinutes(42), 7_999_000, 17_000_000, 40_000_000);
        String line = new WindowMetric("dev", clock).line(new ShardId("dev-events-g1", "shardId-000000000000"), window);
        JsonMapper json = new JsonMapper();
        assertThat(json.readTree(line)).isEqualTo(json.readTree("""
            {"_aws": {"Timestamp": 1000, "CloudWatchMetrics": [{
                "Namespace": "Millrace",
                "Dimensions": [["Environment"]],
                "Metrics": [
                  {"Name": "DedupWindowSeconds", "Unit": "Seconds"},
                  {"Name": "DedupWindowFingerprints", "Unit": "Count"},
                  {"Name": "DedupWindowsBytes", "Unit": "Bytes"}]}]},
             "Environment": "dev",
             "Shard": "dev-events-g1/shardId-000000000000",
             "DedupWindowSeconds": 2520,
             "DedupWindowFingerprints": 7999000,
             "DedupWindowsBytes": 40000000}\
            """));
        assertThat(line).doesNotContain("\n");
    }
}
