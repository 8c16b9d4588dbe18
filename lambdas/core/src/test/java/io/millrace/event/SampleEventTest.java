package io.millrace.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.Field;
import io.millrace.contract.Format;
import io.millrace.contract.SampleEvent;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of a contract keep the contract, whatever it is. */
class SampleEventTest {
    @TestFactory
    Stream<DynamicTest> everyFieldHasAnExample() {
        return contracts(contract -> assertThat(contract.fields())
                .allSatisfy(
                        field -> assertThat(field.examples()).as(field.name()).isNotEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> theSampleEventIsAcceptedWithoutAWarning() {
        return contracts(contract -> accept(contract, SampleEvent.of(contract)));
    }

    @TestFactory
    Stream<DynamicTest> soIsEveryOtherExample() {
        return contracts(contract -> {
            for (Field field : contract.fields()) {
                for (Object example : field.examples()) {
                    ObjectNode event = SampleEvent.of(contract);
                    SampleEvent.put(event, field, example);
                    accept(contract, event);
                }
            }
        });
    }

    private static Stream<DynamicTest> contracts(java.util.function.Consumer<Contract> test) {
        return Contracts.bundled().all().stream()
                .filter(contract ->
                        contract.format() == Format.JSON) // a change record has other fields than its contract
                .map(contract -> DynamicTest.dynamicTest(contract.dataset(), () -> test.accept(contract)));
    }

    private static void accept(Contract contract, ObjectNode event) {
        byte[] json = event.toString().getBytes(UTF_8);
        Verdict verdict = new EventChecker(contract)
                .check(json, 0, json.length, Arrival.of(Instant.parse("2026-03-01T12:00:01Z"), "docs"));

        assertThat(verdict).as(event.toString()).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.warnings()).isEmpty();
            assertThat(accepted.unknownFields()).isZero();
        });
    }
}
