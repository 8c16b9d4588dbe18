package io.millrace.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MetricLineTest {
    @Test
    void a_line_is_what_cloudwatch_reads() {
        assertThat(MetricLine.of(
                        Instant.ofEpochMilli(1_772_366_400_000L),
                        PlatformMetrics.FRESHNESS,
                        "Seconds",
                        12.5,
                        new TreeMap<>(Map.of("Environment", "prod", "Dataset", "orders"))))
                .isEqualTo("""
                        {"_aws":{"Timestamp":1772366400000,"CloudWatchMetrics":[{"Namespace":"Millrace",\
                        "Dimensions":[["Dataset","Environment"]],"Metrics":[{"Name":"FreshnessSeconds","Unit":"Seconds"}]}]},\
                        "Dataset":"orders","Environment":"prod","FreshnessSeconds":12.5}""");
    }
}
