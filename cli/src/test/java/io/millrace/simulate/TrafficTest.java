package io.millrace.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.contract.Contracts;
import io.millrace.event.Accepted;
import io.millrace.event.Arrival;
import io.millrace.event.EventChecker;
import io.millrace.simulate.SimulatedEvent.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void makesTheSameBytesFromTheSamePlan() {
        assertThat(texts(plan(7, START, 0.05, 0.05, 0.05))).isEqualTo(texts(plan(7, START, 0.05, 0.05, 0.05)));
    }

    @Test
    void makesOtherTrafficFromAnotherSeed() {
        assertThat(texts(plan(8, START, 0, 0, 0))).doesNotContainAnyElementsOf(texts(plan(7, START, 0, 0, 0)));
    }

    @Test
    void keepsEveryIdWhenOnlyTheStartDiffers() {
        assertThat(ids(plan(7, START.plusSeconds(86_400), 0.05, 0, 0))).isEqualTo(ids(plan(7, START, 0.05, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({"DUPLICATE, 0.04", "LATE, 0.03", "INVALID, 0.02"})
    void injectsWhatThePlanAsksFor(Kind kind, double fraction) {
        List<SimulatedEvent> events = events(plan(7, START, 0.04, 0.03, 0.02));

        assertThat(events.stream().filter(event -> event.kind() == kind).count())
                .isCloseTo(Math.round(events.size() * fraction), withPercentage(15));
    }

    @Test
    void breaksTheContractOnlyWhereItMeansTo() {
        for (SimulatedEvent event : events(plan(7, START, 0.02, 0.05, 0.1))) {
            EventChecker checker =
                    new EventChecker(Contracts.bundled().find(event.dataset()).orElseThrow());
            var verdict =
                    checker.check(event.json(), 0, event.json().length, Arrival.of(START.plusSeconds(60), "tests"));

            assertThat(verdict instanceof Accepted).as(text(event)).isEqualTo(event.kind() != Kind.INVALID);
            if (verdict instanceof Accepted accepted) {
                assertThat(accepted.warnings()).as(text(event)).isEmpty();
                assertThat(accepted.unknownFields()).as(text(event)).isZero();
            }
        }
    }

    @Test
    void sendsACopyAWholePostAfterItsFirstAndWithTheSameBytes() {
        Map<String, Integer> first = new HashMap<>();
        Map<String, Integer> sent = new HashMap<>();
        for (SimulatedEvent event : events(plan(7, START, 0.1, 0, 0.1))) {
            int position = sent.merge(event.dataset(), 1, Integer::sum);
            if (event.kind() == Kind.DUPLICATE) {
                assertThat(first).containsKey(text(event));
                assertThat(position - first.get(text(event))).isGreaterThanOrEqualTo(100);
            } else {
                assertThat(first.put(text(event), position)).isNull();
            }
        }
    }

    @Test
    void tellsOneShopFromBothSources() throws IOException {
        Map<String, Set<String>> sessions = new HashMap<>();
        for (SimulatedEvent event : events(plan(7, START, 0, 0, 0))) {
            JsonNode json = JSON.readTree(event.json());
            String visit = json.get("session_id").textValue() + " "
                    + json.get("anonymous_id").textValue();
            sessions.computeIfAbsent(event.dataset(), dataset -> new HashSet<>())
                    .add(visit);
        }
        assertThat(sessions.get("app_events"))
                .isEqualTo(sessions.get("clickstream"))
                .hasSizeGreaterThan(300);
    }

    @Test
    void makesEventsOfAboutNineHundredBytes() {
        assertThat(events(plan(7, START, 0, 0, 0)).stream()
                        .mapToInt(event -> event.json().length)
                        .average()
                        .orElseThrow())
                .isBetween(800.0, 1_000.0);
    }

    @Test
    void bringsPeopleThroughTheWholeFunnel() throws IOException {
        Map<String, Integer> types = new HashMap<>();
        for (SimulatedEvent event : events(plan(7, START, 0, 0, 0))) {
            if (event.dataset().equals("app_events")) {
                types.merge(JSON.readTree(event.json()).get("event_type").textValue(), 1, Integer::sum);
            }
        }
        assertThat(types).containsOnlyKeys("view", "click", "purchase", "signup");
        assertThat(types.get("view")).isGreaterThan(types.get("click"));
        assertThat(types.get("click")).isGreaterThan(types.get("purchase"));
    }

    @Test
    void namesTheSimulatorsThereAreWhenOneIsUnknown() {
        TrafficPlan plan = new TrafficPlan(List.of("tv"), 1, 1, 1, 1, START, 0, 0, 0);

        assertThatThrownBy(() -> new Traffic(plan))
                .hasMessage("Cannot simulate source 'tv': there are web, clickstream");
    }

    private static TrafficPlan plan(long seed, Instant start, double duplicates, double late, double invalid) {
        return new TrafficPlan(List.of("web", "clickstream"), 10_000, 500, 100, seed, start, duplicates, late, invalid);
    }

    private static List<SimulatedEvent> events(TrafficPlan plan) {
        List<SimulatedEvent> events = new ArrayList<>();
        new Traffic(plan).forEachRemaining(events::add);
        return events;
    }

    private static List<String> texts(TrafficPlan plan) {
        return events(plan).stream().map(TrafficTest::text).toList();
    }

    private static List<String> ids(TrafficPlan plan) {
        return texts(plan).stream().map(text -> text.substring(0, 51)).toList();
    }

    private static String text(SimulatedEvent event) {
        return new String(event.json(), StandardCharsets.UTF_8);
    }
}
