package io.millrace.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.millrace.send.UnsteadyDoor.Mood;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PosterTest {

    private static final String EVENT = """
            {"event_id":"e-1","event_timestamp":"2026-03-01T12:00:00Z","page":"/","session_id":"s-1"}
            """;
    private static final Post POST = new Post("clickstream", EVENT.getBytes(StandardCharsets.UTF_8), 1);

    static Stream<Arguments> troubles() {
        return Stream.of(
                arguments(List.of(), new Attempts(0, 0), List.of()),
                arguments(List.of(Mood.BUSY_503), new Attempts(1, 1), List.of(100)),
                arguments(
                        List.of(Mood.BUSY_503, Mood.BUSY_503, Mood.BUSY_503),
                        new Attempts(3, 3),
                        List.of(100, 200, 400)),
                arguments(List.of(Mood.BUSY_503_FOR_7_SECONDS), new Attempts(1, 1), List.of(7_000)),
                arguments(List.of(Mood.THROTTLED_429_FOR_3_SECONDS), new Attempts(1, 0), List.of(3_000)),
                arguments(List.of(Mood.BROKEN_PROXY_502), new Attempts(1, 1), List.of(100)),
                arguments(List.of(Mood.CUT_BEFORE_TAKING), new Attempts(1, 1), List.of(100)),
                arguments(List.of(Mood.CUT_AFTER_TAKING, Mood.BUSY_503), new Attempts(2, 2), List.of(100, 200)));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void resendsTheSameBytesUntilTheDoorTakesThem(List<Mood> moods, Attempts attempts, List<Integer> pausesInMillis)
            throws Exception {
        RecordedWaits waits = new RecordedWaits();
        try (UnsteadyDoor door = new UnsteadyDoor(moods.toArray(Mood[]::new))) {
            Outcome outcome = new Poster(door.door(), Duration.ofMinutes(2), waits).post(POST);

            assertThat(outcome).isEqualTo(new Outcome.Taken(List.of(), attempts));
            assertThat(door.bodies()).hasSize(moods.size() + 1).containsOnly(EVENT);
            assertThat(waits.pauses())
                    .isEqualTo(pausesInMillis.stream().map(Duration::ofMillis).toList());
        }
    }

    @Test
    void givesUpWhenItsPatienceIsOver() throws Exception {
        try (UnsteadyDoor door = new UnsteadyDoor(
                Stream.generate(() -> Mood.BUSY_503_FOR_7_SECONDS).limit(10).toArray(Mood[]::new))) {
            Outcome outcome = new Poster(door.door(), Duration.ofSeconds(20), new RecordedWaits()).post(POST);

            assertThat(outcome).isEqualTo(new Outcome.GivenUp("the door answered 503", new Attempts(2, 3)));
        }
    }

    @Test
    void countsAnAttemptAtAClosedPortAsSurelyNotTaken() throws Exception {
        Door gone;
        try (UnsteadyDoor door = new UnsteadyDoor()) {
            gone = door.door();
        }
        Outcome outcome = new Poster(gone, Duration.ofMillis(250), new RecordedWaits()).post(POST);

        assertThat(outcome.attempts()).isEqualTo(new Attempts(1, 0));
        assertThat(outcome).isInstanceOf(Outcome.GivenUp.class);
    }

    @Test
    void doesNotResendWhatNoResendWouldChange() throws Exception {
        try (UnsteadyDoor door = new UnsteadyDoor(Mood.FORBIDDEN_403)) {
            Poster poster = new Poster(door.door(), Duration.ofMinutes(2), new RecordedWaits());

            assertThatThrownBy(() -> poster.post(POST))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("403")
                    .hasMessageContaining("write key")
                    .hasMessageNotContaining("key-for-tests");
            assertThat(door.bodies()).hasSize(1);
        }
    }

    @Test
    void takesARefusalForAnAbsenceOnceTheDoorHasOpened() throws Exception {
        try (UnsteadyDoor door = new UnsteadyDoor()) {
            Poster poster = new Poster(door.door(), Duration.ofMinutes(2), new RecordedWaits());
            poster.post(POST);
            door.misbehave(Mood.FORBIDDEN_403);

            assertThat(poster.post(POST)).isEqualTo(new Outcome.Taken(List.of(), new Attempts(1, 0)));
        }
    }

    @Test
    void saysWhichEventsWereRejectedAndWhy() throws Exception {
        Post post = new Post("clickstream", (EVENT + "{\"event_id\":\"e-2\"}\n").getBytes(StandardCharsets.UTF_8), 2);
        try (UnsteadyDoor door = new UnsteadyDoor()) {
            Outcome outcome = new Poster(door.door(), Duration.ofMinutes(2)).post(post);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Taken.class,
                            taken -> assertThat(taken.rejected())
                                    .singleElement()
                                    .satisfies(one -> {
                                        assertThat(one.index()).isEqualTo(1);
                                        assertThat(one.reason()).contains("required");
                                    }));
        }
    }
}
