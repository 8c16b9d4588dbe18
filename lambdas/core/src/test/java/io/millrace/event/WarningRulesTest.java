package io.millrace.event;

import static io.millrace.event.RuleTable.micros;

import io.millrace.contract.Contracts;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A contract may have any rule of a value keep the event and count it instead. */
class WarningRulesTest {
    private static final Contracts LAB = Contracts.read(Path.of("src/test/resources/contracts"));

    @TestFactory
    Stream<DynamicTest> everyRuleCanWarn() {
        return new RuleTable(
                        LAB.find("advice").orElseThrow(),
                        "'event_id':'e1'",
                        "'at':'2026-03-01T12:00:00Z'",
                        "'name':'abc'")
                .warns("'at':'2019-01-01T00:00:00Z'", "at", micros("2019-01-01T00:00:00Z"), "range /at")
                .warns("'at':'2027-01-01T00:00:00Z'", "at", micros("2027-01-01T00:00:00Z"), "range /at")
                .warns("'name'", "name", null, "required /name")
                .warns("'name':null", "name", null, "required /name")
                .warns("'name':'abcd'", "name", "abcd", "length /name")
                .warns("'name':'AB'", "name", "AB", "pattern /name")
                .warns("'share':1.5", "share", 1.5, "range /share")
                .warns("'currency':'DEM'", "currency", "DEM", "allowed_values /currency")
                .rejects("'share':'half'", "type /share")
                .rejects("'at':null", "required /at")
                .rows();
    }
}
