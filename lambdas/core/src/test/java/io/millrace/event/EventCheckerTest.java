package io.millrace.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventCheckerTest {
    private static final Instant RECEIVED_AT = Instant.parse("2026-03-01T12:00:00Z");
    private final Contract contract = Contracts.bundled().find("app_events").orElseThrow();
    private final EventChecker checker = new EventChecker(contract);

    @Test
    void typesAndNormalisesAnEvent() {
        Verdict verdict = check("""
                {"event_id":"e1","event_type":" Click ","timestamp":"2026-03-01T13:00:00.25+01:00","user_id":"u1",
                 "event_value":19.9,"properties":{ "a" : [1, {"b":"ü"}] },"colour":"red"}""");

        assertThat(verdict).isInstanceOfSatisfying(Accepted.class, accepted -> {
            long time = Instant.parse("2026-03-01T12:00:00.250Z").toEpochMilli() * 1000;
            assertThat(accepted.values())
                    .containsExactly(
                            "e1", "click", time, "u1", null, null, null, null, 19.9, "{ \"a\" : [1, {\"b\":\"ü\"}] }");
            assertThat(accepted.claimed()).isEqualTo(new Claimed("e1", " Click ", time));
            assertThat(accepted.partitionKey()).isEqualTo("u1");
            assertThat(accepted.eventIdDerived()).isFalse();
            assertThat(accepted.warnings()).isEmpty();
            assertThat(accepted.unknownFields()).isEqualTo(1);
        });
    }

    private Verdict check(String json) {
        byte[] padded = ("xx" + json + "yy").getBytes(StandardCharsets.UTF_8);
        return checker.check(padded, 2, padded.length - 4, RECEIVED_AT, "web");
    }
}
