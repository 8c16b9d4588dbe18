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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the screen is sure of, the checker says too; {@code -Dmillrace.fuzz=1000000} makes it longer. */
class EventScreenTest {
    private static final int EVENTS = Integer.getInteger("millrace.fuzz", 20_000);
    private static final Arrival ARRIVAL = Arrival.of(Instant.parse("2026-03-01T12:00:01Z"), "docs");
    private static final Arrival WITH_A_SENDERS_CLOCK =
            new Arrival(ARRIVAL.receivedAt(), ARRIVAL.source(), Instant.parse("2026-03-01T12:00:00Z"));

    @TestFactory
    Stream<DynamicTest> theExamplesOfAContractAreSure() {
        return bundled()
                .map(contract -> dynamicTest(contract.dataset(), () -> {
                    byte[] json = SampleEvent.of(contract).toString().getBytes(UTF_8);
                    Screened screened = new EventScreen(contract).screen(json, 0, json.length, ARRIVAL);

                    assertThat(screened).as(new String(json, UTF_8)).isNotNull();
                    assertThat(screened.end()).isEqualTo(json.length);
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsSureIsWhatTheCheckerSays() {
        return contracts()
                .map(contract -> dynamicTest(contract.dataset(), () -> {
                    EventScreen screen = new EventScreen(contract);
                    EventChecker checker = new EventChecker(contract);
                    EventDamage damage = new EventDamage(contract, 1);
                    int sure = 0;
                    for (int i = 0; i < EVENTS; i++) {
                        byte[] body = surrounded(damage.next());
                        Arrival arrival = i % 16 == 0 ? WITH_A_SENDERS_CLOCK : ARRIVAL;
                        Screened screened = screen.screen(body, 1, body.length, arrival);
                        if (screened != null) {
                            sure++;
                            Verdict verdict = checker.check(body, 1, screened.end() - 1, arrival);
                            assertThat(verdict)
                                    .as("event %s: %s", i, new String(body, UTF_8))
                                    .isInstanceOfSatisfying(Accepted.class, accepted -> agree(screened, accepted));
                        }
                    }
                    assertThat(sure).as("events that were sure, of " + EVENTS).isGreaterThan(EVENTS / 200);
                }));
    }

    @TestFactory
    Stream<DynamicTest> anEventThatIsCutShortIsNeverSure() {
        return contracts()
                .map(contract -> dynamicTest(contract.dataset(), () -> {
                    byte[] json = SampleEvent.of(contract).toString().getBytes(UTF_8);
                    EventScreen screen = new EventScreen(contract);
                    for (int limit = 0; limit < json.length; limit++) {
                        assertThat(screen.screen(json, 0, limit, ARRIVAL)).isNull();
                        byte[] cut = Arrays.copyOf(json, limit);
                        assertThat(screen.screen(cut, 0, limit, ARRIVAL)).isNull();
                    }
                }));
    }

    private static void agree(Screened screened, Accepted accepted) {
        assertThat(accepted.eventId()).isEqualTo(screened.eventId());
        assertThat(accepted.eventIdDerived()).isFalse();
        assertThat(accepted.partitionKey()).isEqualTo(screened.partitionKey());
        assertThat(accepted.warnings()).isEmpty();
        assertThat(accepted.unknownFields()).isEqualTo(screened.unknownFields());
    }

    /** As it lies in an array, with something before and after it. */
    private static byte[] surrounded(byte[] event) {
        byte[] body = new byte[event.length + 3];
        body[0] = '[';
        System.arraycopy(event, 0, body, 1, event.length);
        body[event.length + 1] = ',';
        body[event.length + 2] = '{';
        return body;
    }

    /** The bundled ones, and those of the tests, which have every rule there is. */
    private static Stream<Contract> contracts() {
        return Stream.concat(bundled(), json(Contracts.read(Path.of("src/test/resources/contracts"))));
    }

    private static Stream<Contract> bundled() {
        return json(Contracts.bundled());
    }

    private static Stream<Contract> json(Contracts contracts) {
        return contracts.all().stream().filter(contract -> contract.format() == Format.JSON);
    }
}
