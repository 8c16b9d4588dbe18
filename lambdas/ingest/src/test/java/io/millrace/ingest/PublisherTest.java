package io.millrace.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.ingest.RecordStream.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private final FakeStream stream = new FakeStream();
    private final FakeClock clock = new FakeClock();
    private final Publisher publisher = new Publisher(stream, clock, new Random(1), clock);
    private final Instant start = clock.instant();

    @Test
    void aSecondListWaitsUntilTheFirstIsDurable() {
        StreamRecord first = record(10);
        StreamRecord other = record(10);
        StreamRecord second = record(10);
        stream.then(FakeStream.allBut(0, Outcome.FAILED)).then(FakeStream.failing(false));

        Published published = publisher.publish(List.of(List.of(first, other), List.of(second)), later(10));

        assertThat(published).isEqualTo(new Published.Durable(4));
        assertThat(stream.taken).containsExactly(other, first, second);
    }

    @Test
    void cutsCallsByCountAndByBytes() {
        List<StreamRecord> many =
                IntStream.range(0, 1001).mapToObj(i -> record(1)).toList();
        List<StreamRecord> large =
                IntStream.range(0, 11).mapToObj(i -> record(1_000_000)).toList();

        assertThat(publisher.publish(List.of(many), later(10))).isEqualTo(new Published.Durable(3));
        assertThat(publisher.publish(List.of(large), later(10))).isEqualTo(new Published.Durable(3));
        assertThat(stream.calls).extracting(List::size).containsExactly(500, 500, 1, 5, 5, 1);
    }

    @Test
    void givesUpBeforeTheDeadlineAndSaysWhatStoodInTheWay() {
        stream.always(records -> FakeStream.all(records, Outcome.THROTTLED));

        Published published = publisher.publish(List.of(List.of(record(1))), later(10));

        assertThat(published).isInstanceOfSatisfying(Published.NotTaken.class, n -> {
            assertThat(n.throttled()).isTrue();
            assertThat(n.cause()).isNull();
            assertThat(n.calls()).isBetween(12, 60);
        });
        assertThat(clock.instant()).isBeforeOrEqualTo(later(10));
    }

    @Test
    void triesOnceEvenWhenTheDeadlineHasPassed() {
        assertThat(publisher.publish(List.of(List.of(record(1))), start.minusSeconds(1)))
                .isEqualTo(new Published.Durable(1));
    }

    @Test
    void nothingToPutIsDurable() {
        assertThat(publisher.publish(List.of(), later(1))).isEqualTo(new Published.Durable(0));
        assertThat(stream.calls).isEmpty();
    }

    private Instant later(int seconds) {
        return start.plus(Duration.ofSeconds(seconds));
    }

    private static StreamRecord record(int bytes) {
        return new StreamRecord("0", "1", new byte[bytes]);
    }
}
