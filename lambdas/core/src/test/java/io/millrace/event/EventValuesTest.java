package io.millrace.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.Format;
import io.millrace.contract.SampleEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rows made of an event on its bytes are those that the checker makes of it, for every contract and over events that
 * are damaged at random; {@code -Dmillrace.fuzz=1000000} makes it longer.
 */
class EventValuesTest {
    private static final int EVENTS = Integer.getInteger("millrace.fuzz", 20_000);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:01Z");
    private static final Arrival ARRIVAL = Arrival.of(NOON, "docs");
    private static final Arrival WITH_A_SENDERS_CLOCK =
            new Arrival(NOON, "docs", Instant.parse("2026-03-01T12:00:00Z"));
    private static final RowMeta META = new RowMeta("b", 1L, 2L, "docs", null, "s/1/0", "1", "1", null, "plain", null);

    @TestFactory
    Stream<DynamicTest> theExamplesOfAContractAreSure() {
        return contracts(Contracts.bundled())
                .filter(contract -> contract.format() == Format.JSON)
                .map(contract -> dynamicTest(contract.dataset(), () -> {
                    byte[] json = SampleEvent.of(contract).toString().getBytes(UTF_8);

                    assertThat(EventScreen.withValues(contract).values(json, 0, json.length, ARRIVAL))
                            .as(new String(json, UTF_8))
                            .isNotNull();
                }));
    }

    @TestFactory
    Stream<DynamicTest> rowsMadeOnTheBytesAreTheCheckers() {
        return contracts(Contracts.bundled(), Contracts.read(Path.of("src/test/resources/contracts")))
                .map(contract -> dynamicTest(contract.dataset(), () -> {
                    EventScreen screen = EventScreen.withValues(contract);
                    EventChecker checker = new EventChecker(contract);
                    RowBuilder rows = new RowBuilder(contract);
                    EventDamage damage = new EventDamage(contract, 2);
                    int sure = 0;
                    for (int i = 0; i < EVENTS; i++) {
                        byte[] event = damage.next();
                        byte[] frame = amongOthers(event);
                        Arrival arrival = i % 16 == 0 ? WITH_A_SENDERS_CLOCK : ARRIVAL;
                        EventValues found = screen.values(frame, 2, event.length, arrival);
                        if (found != null) {
                            sure++;
                            Verdict verdict = checker.check(event, 0, event.length, arrival);
                            assertThat(verdict)
                                    .as("event %s: %s", i, new String(event, UTF_8))
                                    .isInstanceOfSatisfying(
                                            Accepted.class, accepted -> agree(rows, found, event, accepted));
                        }
                    }
                    assertThat(sure > 0).as("%s events were sure", sure).isEqualTo(contract.format() == Format.JSON);
                }));
    }

    private static void agree(RowBuilder rows, EventValues found, byte[] event, Accepted accepted) {
        String payload = new String(event, UTF_8);
        assertThat(payload.getBytes(UTF_8)).as("what is sure is UTF-8").isEqualTo(event);
        assertThat(found.eventId()).hasToString(accepted.eventId());
        assertThat(accepted.eventIdDerived()).isFalse();
        assertThat(accepted.warnings()).isEmpty();
        assertThat(spelledOut(rows.bronze(META, found, TextBytes.of(event, 0, event.length))))
                .isEqualTo(Arrays.asList(rows.bronze(META, accepted.claimed(), payload)));
        assertThat(spelledOut(rows.silver(META, found))).isEqualTo(Arrays.asList(rows.silver(META, accepted)));
    }

    /** Texts as Strings. */
    private static List<@Nullable Object> spelledOut(@Nullable Object[] row) {
        return Arrays.stream(row)
                .map(value -> value instanceof TextBytes text ? text.toString() : value)
                .toList();
    }

    /** As it lies in a frame. */
    private static byte[] amongOthers(byte[] event) {
        byte[] frame = new byte[event.length + 4];
        Arrays.fill(frame, (byte) '"');
        System.arraycopy(event, 0, frame, 2, event.length);
        return frame;
    }

    private static Stream<Contract> contracts(Contracts... contracts) {
        return Stream.of(contracts).flatMap(some -> some.all().stream());
    }
}
