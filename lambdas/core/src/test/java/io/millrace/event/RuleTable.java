package io.millrace.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.EpochMicros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** What becomes of an event with one of its fields changed; single quotes stand for double ones. */
final class RuleTable {
    static final Instant RECEIVED_AT = Instant.parse("2026-03-01T12:00:00Z");

    private final Contract contract;
    private final EventChecker checker;
    private final Map<String, String> event = new LinkedHashMap<>();
    private final List<DynamicTest> rows = new ArrayList<>();

    /**
     * @param dataset name of a bundled contract
     * @param members a good event's, each as {@code 'name':value}
     */
    RuleTable(String dataset, String... members) {
        this(Contracts.bundled().find(dataset).orElseThrow(), members);
    }

    RuleTable(Contract contract, String... members) {
        this.contract = contract;
        this.checker = new EventChecker(contract);
        for (String member : members) {
            put(event, member);
        }
        rows.add(DynamicTest.dynamicTest(
                "the event as it is", () -> assertThat(verdict("")).isInstanceOf(Accepted.class)));
    }

    /** A field is accepted without a warning, and its column holds the value. */
    RuleTable takes(String member, String column, @Nullable Object value) {
        return row(member + " is " + value, () -> {
            Accepted accepted = accepted(member);
            assertThat(value(accepted, column)).isEqualTo(value);
            assertThat(accepted.warnings()).isEmpty();
        });
    }

    /** A field is accepted with a warning, {@code rule pointer}, and its column holds the value. */
    RuleTable warns(String member, String column, @Nullable Object value, String warning) {
        return row(member + " warns " + warning, () -> {
            Accepted accepted = accepted(member);
            assertThat(value(accepted, column)).isEqualTo(value);
            assertThat(accepted.warnings())
                    .extracting(found -> found.rule() + " " + found.pointer())
                    .containsExactly(warning);
        });
    }

    /** The event is rejected, by {@code rule pointer}. */
    RuleTable rejects(String member, String broken) {
        return row(
                member + " breaks " + broken,
                () -> assertThat(verdict(member))
                        .isInstanceOfSatisfying(
                                Rejected.class,
                                rejected -> assertThat(rejected.rule() + " " + rejected.pointer())
                                        .isEqualTo(broken)));
    }

    Stream<DynamicTest> rows() {
        return rows.stream();
    }

    private RuleTable row(String name, org.junit.jupiter.api.function.Executable test) {
        rows.add(DynamicTest.dynamicTest(name, test));
        return this;
    }

    private @Nullable Object value(Accepted accepted, String column) {
        int index = contract.fields().indexOf(contract.field(column).orElseThrow());
        return accepted.values()[index];
    }

    private Accepted accepted(String member) {
        Verdict verdict = verdict(member);
        assertThat(verdict).isInstanceOf(Accepted.class);
        return (Accepted) verdict;
    }

    /** @param change {@code 'name':value} to set it, {@code 'name'} to leave it out; several with {@code " & "} between */
    private Verdict verdict(String change) {
        Map<String, String> changed = new LinkedHashMap<>(event);
        for (String each : change.isEmpty() ? new String[0] : change.split(" & ", -1)) {
            if (each.contains("':")) {
                put(changed, each);
            } else {
                Objects.requireNonNull(changed.remove(each.replace("'", "")), each);
            }
        }
        List<String> members = new ArrayList<>();
        changed.forEach((name, value) -> members.add("'" + name + "':" + value));
        byte[] json = ("{" + String.join(",", members) + "}").replace('\'', '"').getBytes(UTF_8);
        return checker.check(json, 0, json.length, Arrival.of(RECEIVED_AT, "tests"));
    }

    private static void put(Map<String, String> members, String member) {
        int colon = member.indexOf("':");
        members.put(member.substring(1, colon), member.substring(colon + 2));
    }

    static long micros(String time) {
        return EpochMicros.of(Instant.parse(time));
    }
}
