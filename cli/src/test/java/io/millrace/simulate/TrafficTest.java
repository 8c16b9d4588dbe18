package io.millrace.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import io.millrace.contract.Contracts;
import io.millrace.event.Accepted;
import io.millrace.event.Arrival;
import io.millrace.event.Checker;
import io.millrace.event.Control;
import io.millrace.event.Rejected;
import io.millrace.format.Checkers;
import io.millrace.simulate.SimulatedEvent.Kind;
import io.millrace.simulate.source.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrafficTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Faults ALL_FAULTS = new Faults(0.02, 0.05, 0.1, 0.05);

    static List<String> sources() {
        return Sources.names();
    }

    @Test
    void makesTheSameBytesFromTheSamePlan() {
        assertThat(texts(plan(7, START, ALL_FAULTS))).isEqualTo(texts(plan(7, START, ALL_FAULTS)));
    }

    @Test
    void makesOtherTrafficFromAnotherSeed() {
        Set<String> others = new HashSet<>(texts(plan(8, START, Faults.NONE)));
        List<SimulatedEvent> same = events(plan(7, START, Faults.NONE)).stream()
                .filter(event -> event.kind() != Kind.CONTROL && others.contains(text(event)))
                .toList();

        assertThat(same).isEmpty();
    }

    @Test
    void keepsEveryIdWhenOnlyTheStartDiffers() {
        Faults copies = new Faults(0.05, 0, 0, 0);

        assertThat(ids(plan(7, START.plusSeconds(86_400), copies))).isEqualTo(ids(plan(7, START, copies)));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void tellsTheSameOfTheShopWhoeverElseIsAsked(String source) {
        List<String> alone = ids(plan(List.of(source), 400));
        List<String> amongAll = ids(plan(Sources.names(), 20_000));

        assertThat(amongAll).containsSubsequence(alone.subList(0, 100));
    }

    @ParameterizedTest
    @CsvSource({"DUPLICATE, 0.04", "LATE, 0.03", "INVALID, 0.02"})
    void injectsWhatThePlanAsksFor(Kind kind, double fraction) {
        List<SimulatedEvent> events = events(plan(7, START, new Faults(0.04, 0.03, 0.02, 0)));

        assertThat(events.stream().filter(event -> event.kind() == kind).count())
                .isCloseTo(Math.round(events.size() * fraction), withPercentage(20));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void breaksTheContractOnlyWhereItMeansTo(String source) {
        TreeSet<String> broken = new TreeSet<>();
        for (SimulatedEvent event : events(plan(List.of(source), 4_000, new Faults(0.02, 0.05, 0.2, 0)))) {
            Checker checker =
                    Checkers.of(Contracts.bundled().find(event.dataset()).orElseThrow());
            var verdict =
                    checker.check(event.json(), 0, event.json().length, Arrival.of(START.plusSeconds(60), "tests"));

            assertThat(verdict instanceof Rejected)
                    .as("%s %s %s: %s", event.kind(), event.rule(), text(event), verdict)
                    .isEqualTo(event.kind() == Kind.INVALID);
            assertThat(verdict instanceof Control).as(text(event)).isEqualTo(event.kind() == Kind.CONTROL);
            if (verdict instanceof Accepted accepted && event.kind() != Kind.DUPLICATE) {
                assertThat(!accepted.warnings().isEmpty()).as(text(event)).isEqualTo(event.kind() == Kind.ODD);
                assertThat(accepted.unknownFields()).as(text(event)).isZero();
            }
            if (verdict instanceof Rejected rejected) {
                assertThat(rejected.rule()).as(text(event)).isEqualTo(event.rule());
                broken.add(rejected.rule());
            }
        }
        assertThat(broken)
                .contains("malformed_json", "invalid_utf8", "json_limit")
                .contains("required", "type", "range");
    }

    @Test
    void sendsACopyAWholePostAfterItsFirstAndWithTheSameBytes() {
        Map<String, Integer> first = new HashMap<>();
        Map<String, Integer> sent = new HashMap<>();
        for (SimulatedEvent event : events(plan(7, START, new Faults(0.1, 0, 0.1, 0)))) {
            int position = sent.merge(event.dataset(), 1, Integer::sum);
            if (event.kind() == Kind.DUPLICATE) {
                assertThat(first).containsKey(text(event));
                assertThat(position - first.get(text(event))).isGreaterThanOrEqualTo(100);
            } else if (event.kind() != Kind.INVALID) {
                assertThat(first.put(text(event), position)).isNull();
            }
        }
    }

    @Test
    void makesEventsOfAboutNineHundredBytes() {
        assertThat(events(plan(List.of("web", "mobile", "clickstream"), 10_000)).stream()
                        .mapToInt(event -> event.json().length)
                        .average()
                        .orElseThrow())
                .isBetween(800.0, 1_000.0);
    }

    @Test
    void putsValuesFarOffOnlyWhereItMeansTo() {
        List<SimulatedEvent> events = events(plan(List.of("sensors"), 10_000, new Faults(0, 0, 0, 0.02)));

        assertThat(events.stream().filter(event -> event.kind() == Kind.OUTLIER).count())
                .isCloseTo(200, withPercentage(20));
    }

    @Test
    void namesTheSimulatorsThereAreWhenOneIsUnknown() {
        assertThatThrownBy(() -> new Traffic(plan(List.of("tv"), 1)))
                .hasMessage("Cannot simulate source 'tv': there are " + String.join(", ", Sources.names()));
    }

    private static TrafficPlan plan(long seed, Instant start, Faults faults) {
        return new TrafficPlan(Sources.names(), 10_000, 500, 100, seed, start, Duration.ZERO, faults);
    }

    private static TrafficPlan plan(List<String> sources, int events) {
        return plan(sources, events, Faults.NONE);
    }

    private static TrafficPlan plan(List<String> sources, int events, Faults faults) {
        return new TrafficPlan(sources, events, 500, 100, 7, START, Duration.ZERO, faults);
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
