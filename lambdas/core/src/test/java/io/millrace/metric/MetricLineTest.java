package io.millrace.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class MetricLineTest {
    @Test
    void a_line_is_what_cloudwatch_reads() {
        String line = new MetricLine(Instant.ofEpochMilli(1_000), "dev")
                .with("Shard", "dev-events-g1/shardId-000000000000")
                .metric(PlatformMetrics.DEDUP_WINDOW, "Seconds", 2_520)
                .metric(PlatformMetrics.LEDGER_GAP, "Count", 3)
                .toString();

        assertThat(line).isEqualTo("""
                {"_aws":{"Timestamp":1000,"CloudWatchMetrics":[{"Namespace":"Millrace",\
                "Dimensions":[["Environment"]],\
                "Metrics":[{"Name":"DedupWindowSeconds","Unit":"Seconds"},{"Name":"LedgerGapEvents","Unit":"Count"}]}]},\
                "Environment":"dev","Shard":"dev-events-g1/shardId-000000000000",\
                "DedupWindowSeconds":2520,"LedgerGapEvents":3}""");
    }

    @Test
    void a_metric_of_a_dataset_is_told_apart_from_others() {
        String line = new MetricLine(Instant.ofEpochMilli(1_772_366_400_000L), "prod")
                .dimension(PlatformMetrics.DATASET, "orders")
                .metric(PlatformMetrics.FRESHNESS, "Seconds", 12.5)
                .toString();

        assertThat(line).isEqualTo("""
                {"_aws":{"Timestamp":1772366400000,"CloudWatchMetrics":[{"Namespace":"Millrace",\
                "Dimensions":[["Environment","Dataset"]],"Metrics":[{"Name":"FreshnessSeconds","Unit":"Seconds"}]}]},\
                "Environment":"prod","Dataset":"orders","FreshnessSeconds":12.5}""");
    }
}
