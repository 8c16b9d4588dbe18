package io.millrace.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TempoTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void keepsASteadyRateInAShortTime() {
        Tempo tempo = new Tempo(plan(40_000, 800, Duration.ZERO, 0));

        for (int second = 0; second < 50; second++) {
            assertThat(tempo.due(second * 800).toMillis()).isBetween(second * 1_000L - 25, second * 1_000L + 25);
        }
    }

    @Test
    void sendsAllByTheTimeThatTheRateAllows() {
        for (double anomalies : new double[] {0, 0.3}) {
            Tempo tempo = new Tempo(plan(10_000, 100, Duration.ZERO, anomalies));

            assertThat(tempo.due(9_999)).isLessThanOrEqualTo(Duration.ofSeconds(100));
            assertThat(IntStream.range(0, 10_000).mapToObj(tempo::due)).isSorted();
        }
    }

    @Test
    void followsTheHoursOfTheDay() {
        Tempo tempo = new Tempo(plan(100_000, 0, Duration.ofDays(1), 0));

        assertThat(inHour(tempo, 100_000, 19)).isGreaterThan(4 * inHour(tempo, 100_000, 5));
    }

    @Test
    void sendsAtASteadyRateWhatIsSpreadOverADay() {
        Tempo tempo = new Tempo(plan(1_000, 100, Duration.ofDays(1), 0));

        assertThat(tempo.due(500)).isEqualTo(Duration.ofSeconds(5));
        assertThat(tempo.at(999)).isBetween(MIDNIGHT.plus(Duration.ofHours(23)), MIDNIGHT.plus(Duration.ofDays(1)));
    }

    @Test
    void hasBurstsOfThreeTimesTheRateAndSilencesOfFiveMinutesEach() {
        Tempo tempo = new Tempo(plan(720_000, 100, Duration.ZERO, 0.1));
        List<Anomaly> anomalies = tempo.anomalies();

        assertThat(anomalies).hasSize(2);
        assertThat(anomalies).extracting(Anomaly::length).containsOnly(Duration.ofMinutes(5));
        assertThat(during(tempo, anomalies.get(1))).isZero();
        Anomaly burst = anomalies.get(0);
        Anomaly after = new Anomaly(burst.kind(), burst.until(), burst.until().plus(burst.length()));
        assertThat((double) during(tempo, burst)).isCloseTo(3.0 * during(tempo, after), withPercentage(10));
    }

    @Test
    void shortensAnomaliesToTheirFractionOfAShortTime() {
        Tempo tempo = new Tempo(plan(6_000, 100, Duration.ZERO, 0.1));

        assertThat(tempo.anomalies()).extracting(Anomaly::length).containsOnly(Duration.ofSeconds(3));
    }

    private static long during(Tempo tempo, Anomaly anomaly) {
        return IntStream.range(0, 720_000)
                .mapToObj(tempo::at)
                .filter(at -> at.isAfter(anomaly.from()) && at.isBefore(anomaly.until()))
                .count();
    }

    private static long inHour(Tempo tempo, int events, int hour) {
        return IntStream.range(0, events)
                .filter(i -> tempo.at(i).atOffset(ZoneOffset.UTC).getHour() == hour)
                .count();
    }

    private static TrafficPlan plan(int events, double rate, Duration over, double anomalies) {
        return new TrafficPlan(List.of("web"), events, rate, 100, 7, MIDNIGHT, over, new Faults(0, 0, 0, anomalies));
    }
}
