package io.millrace.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.send.Poster;
import io.millrace.send.Progress;
import io.millrace.send.Sender;
import io.millrace.send.UnsteadyDoor;
import io.millrace.send.UnsteadyDoor.Mood;
import io.millrace.simulate.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {

    private static final TrafficPlan PLAN = new TrafficPlan(
            Sources.names(),
            4_000,
            0,
            20,
            7,
            Instant.parse("2026-03-01T12:00:00Z"),
            Duration.ZERO,
            new Faults(0.05, 0.02, 0.03, 0));
    private static final List<String> DATASETS = Sources.names().stream()
            .map(name -> Sources.named(name, 7).dataset())
            .distinct()
            .toList();

    @Test
    void talliesExactlyWhatASteadyDoorTook() throws Exception {
        try (UnsteadyDoor door = new UnsteadyDoor()) {
            Tally tally = run(PLAN, door);

            int copies = 0;
            int late = 0;
            assertThat(tally.asMeant()).isTrue();
            for (String dataset : DATASETS) {
                JsonNode json = tally.toJson().at("/datasets/" + dataset);
                assertThat(json.at("/expected/bronze").longValue()).isEqualTo(bronze(door, dataset));
                assertThat(json.at("/expected/silver").longValue()).isEqualTo(silver(door, dataset));
                assertThat(json.at("/expected/quarantine").longValue()).isEqualTo(quarantine(door, dataset));
                assertThat(json.get("atMost").get("bronze")).isEqualTo(json.at("/expected/bronze"));
                assertThat(json.at("/expected/silver").intValue()).isPositive();
                copies += json.get("duplicates").intValue();
                late += json.get("late").intValue();
                assertThat(json.get("invalid")).isEqualTo(json.get("rejected"));
            }
            assertThat(copies).isPositive();
            assertThat(late).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"BUSY_503", "BROKEN_PROXY_502", "CUT_BEFORE_TAKING", "CUT_AFTER_TAKING"})
    void boundsWhatAnUnansweredAttemptMayHaveLeft(Mood mood) throws Exception {
        try (UnsteadyDoor door = new UnsteadyDoor(mood, mood, mood)) {
            Tally tally = run(PLAN, door);

            assertThat(tally.asMeant()).isTrue();
            assertThat(tally.toJson().get("unansweredAttempts").intValue()).isEqualTo(3);
            for (String dataset : DATASETS) {
                JsonNode json = tally.toJson().at("/datasets/" + dataset);
                assertThat(json.at("/expected/silver").longValue()).isEqualTo(silver(door, dataset));
                assertThat(bronze(door, dataset))
                        .isBetween(
                                json.at("/expected/bronze").longValue(),
                                json.at("/atMost/bronze").longValue());
                assertThat(quarantine(door, dataset))
                        .isBetween(
                                json.at("/expected/quarantine").longValue(),
                                json.at("/atMost/quarantine").longValue());
            }
        }
    }

    private static Tally run(TrafficPlan plan, UnsteadyDoor door) throws InterruptedException {
        try (Sender sender = new Sender(new Poster(door.door(), Duration.ofMinutes(1)), 4)) {
            return new Simulation(plan, sender, Progress.silent()).run();
        }
    }

    private static long bronze(UnsteadyDoor door, String dataset) {
        return door.taken().stream()
                .filter(event -> in(dataset, event) && !event.rejected())
                .count();
    }

    private static long silver(UnsteadyDoor door, String dataset) {
        return door.taken().stream()
                .filter(event -> in(dataset, event) && !event.rejected() && !event.control())
                .map(UnsteadyDoor.Taken::json)
                .distinct()
                .count();
    }

    private static long quarantine(UnsteadyDoor door, String dataset) {
        return door.taken().stream()
                .filter(event -> in(dataset, event) && event.rejected())
                .count();
    }

    private static boolean in(String dataset, UnsteadyDoor.Taken event) {
        return event.dataset().equals(dataset);
    }
}
