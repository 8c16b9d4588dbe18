package io.millrace.job.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import org.junit.jupiter.api.Test;

class GoldJobIT {
    private final TestLake lake = new TestLake();

    @Test
    void aLateEventIsCountedOnItsOwnDayAndNoOtherDayIsTouched() throws Exception {
        lake.create("app_events");
        event("2026-03-01T10:00:00");
        event("2026-03-02T10:00:00");
        assertThat(run().path("touched")).hasToString("[\"all\"]");

        event("2026-03-01T10:30:00");

        JsonNode result = run();
        assertThat(result.path("touched")).hasToString("[\"2026-03-01\"]");
        assertThat(result.path("written")).hasToString("[\"2026-03-01\"]");
        assertThat(lake.lines(
                        "SELECT metric_date, metric_hour, total_events FROM {gold}.event_metrics_gold ORDER BY 1"))
                .containsExactly("2026-03-01 | 10 | 2", "2026-03-02 | 10 | 1");
    }

    private JsonNode run() throws Exception {
        return lake.run(new GoldJob(), "--models", "event_metrics_gold").at("/result/models/0");
    }

    private void event(String at) {
        lake.insert(
                Layer.SILVER,
                "app_events_silver",
                "event_timestamp, event_type, app_type, user_id",
                "(TIMESTAMP '" + at + "Z', 'click', 'web', 'ann')");
    }
}
