package io.millrace.job.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.job.Layer;
import io.millrace.job.TestLake;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoldJobTest {
    private final TestLake lake = new TestLake();

    @BeforeEach
    void tables() {
        for (String dataset : List.of("clickstream", "orders", "exchange_rates", "products", "users", "app_events")) {
            lake.create(dataset);
        }
    }

    @Test
    void eventsOfAnHourAreCountedByTypeAndApp() throws Exception {
        event("2026-03-01T10:00:00", "click", "'web'", "'ann'", "null", "1.5");
        event("2026-03-01T10:30:00", "click", "'web'", "'ann'", "'dev1'", "2.5");
        event("2026-03-01T10:59:59.999", "click", "'web'", "null", "'dev2'", "null");
        event("2026-03-01T11:00:00", "click", "'web'", "null", "'dev2'", "null");
        event("2026-03-01T10:00:00", "click", "null", "'bob'", "null", "-1");

        gold("event_metrics_gold");

        assertThat(lake.lines("SELECT * FROM {gold}.event_metrics_gold ORDER BY metric_hour, app_type"))
                .containsExactly(
                        "2026-03-01 | 10 | click | null | 1 | 1 | -1.0 | -1.0 | -1.0 | -1.0",
                        "2026-03-01 | 10 | click | web | 3 | 2 | 1.5 | 2.5 | 2.0 | 4.0",
                        "2026-03-01 | 11 | click | web | 1 | 1 | null | null | null | null");
    }

    @Test
    void aLateEventTouchesItsOwnDayOnly() throws Exception {
        event("2026-03-01T10:00:00", "click", "'web'", "'ann'", "null", "1");
        event("2026-03-02T10:00:00", "click", "'web'", "'ann'", "null", "1");
        assertThat(outcome(gold("event_metrics_gold"))).isEqualTo("made [\"all\"] [\"all\"]");
        assertThat(outcome(gold("event_metrics_gold"))).isEqualTo("unchanged [] []");

        event("2026-03-01T11:00:00", "click", "'web'", "'ann'", "null", "1");

        assertThat(outcome(gold("event_metrics_gold"))).isEqualTo("made [\"2026-03-01\"] [\"2026-03-01\"]");
        assertThat(lake.lines("SELECT metric_date, metric_hour FROM {gold}.event_metrics_gold ORDER BY 1, 2"))
                .containsExactly("2026-03-01 | 10", "2026-03-01 | 11", "2026-03-02 | 10");
    }

    private JsonNode gold(String models) throws Exception {
        return lake.run(new GoldJob(), "--models", models).at("/result/models/0");
    }

    private static String outcome(JsonNode model) {
        return model.path("outcome").asText() + " " + model.path("touched") + " " + model.path("written");
    }

    private void event(String at, String type, String app, String user, String device, String value) {
        lake.insert(
                Layer.SILVER,
                "app_events_silver",
                "event_timestamp, event_type, app_type, user_id, anonymous_id, event_value",
                "(TIMESTAMP '" + at + "Z', '" + type + "', " + app + ", " + user + ", " + device + ", " + value + ")");
    }
}
