package io.millrace.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.contract.Field;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each type and rule of a contract makes of a value. */
class FieldTypesTest {
    private final Contract contract = Contracts.read(Path.of("src/test/resources/contracts"))
            .find("readings")
            .orElseThrow();
    private final EventChecker checker = new EventChecker(contract);

    @TestFactory
    Stream<DynamicTest> aGoodValueTakesItsColumnsType() {
        return Stream.of(
                        new Row("small", "2147483647", Integer.MAX_VALUE),
                        new Row("small", "-0", 0),
                        new Row("large", "9223372036854775807", Long.MAX_VALUE),
                        new Row("large", "-5", -5L),
                        new Row("large", "7", 7L),
                        new Row("share", "0.5", 0.5),
                        new Row("share", "5e-1", 0.5),
                        new Row("price", "1234.5", new BigDecimal("1234.50")),
                        new Row("price", "\"-9999.99\"", new BigDecimal("-9999.99")),
                        new Row("price", "1.50000", new BigDecimal("1.50")),
                        new Row("price", "12e2", new BigDecimal("1200.00")),
                        new Row("price", "0e999999999", new BigDecimal("0.00")),
                        new Row("active", "true", true),
                        new Row("active", "false", false),
                        new Row("born", "\"1970-01-01\"", 0),
                        new Row("born", "\"1900-01-01\"", (int)
                                LocalDate.of(1900, 1, 1).toEpochDay()),
                        new Row("unit", "\" c \"", "C"),
                        new Row("unit", "\"  \"", null),
                        new Row("small", "null", null))
                .map(row -> DynamicTest.dynamicTest(
                        row.field() + " " + row.json(),
                        () -> assertThat(check(row.field(), row.json()))
                                .isInstanceOfSatisfying(
                                        Accepted.class,
                                        accepted -> assertThat(accepted.values()[indexOf(row.field())])
                                                .isEqualTo(row.expected()))));
    }

    @TestFactory
    Stream<DynamicTest> aBadValueIsRejectedByItsRule() {
        return Stream.of(
                        new Row("sensor", "\"s\"", "length: must have at least 2 characters, has 1"),
                        new Row("sensor", "\"s😀😀😀😀\"", "length: must have at most 4 characters, has 5"),
                        new Row("sensor", "\"t1\"", "pattern: must match ^s"),
                        new Row("small", "2147483648", "range: must fit 32 bits"),
                        new Row("small", "1.0", "type: must be a number without fraction or exponent, is a number"),
                        new Row("small", "1e3", "type: must be a number without fraction or exponent, is a number"),
                        new Row("small", "\"1\"", "type: must be a number without fraction or exponent, is a string"),
                        new Row("large", "9223372036854775808", "range: must fit 64 bits"),
                        new Row("large", "-6", "range: must be at least -5"),
                        new Row("share", "0", "range: must be above 0"),
                        new Row("share", "1", "range: must be below 1"),
                        new Row("share", "-1e400", "range: must fit a 64-bit float"),
                        new Row("price", "10000", "range: must fit decimal(6,2)"),
                        new Row("price", "0.001", "range: must fit decimal(6,2)"),
                        new Row("price", "1e999999999", "range: must fit decimal(6,2)"),
                        new Row("price", "1e-999999999", "range: must fit decimal(6,2)"),
                        new Row("price", "1e99999999999", "range: must fit decimal(6,2)"),
                        new Row("price", "\"1,5\"", "type: must be a number, or a string that holds one, is a string"),
                        new Row("price", "{}", "type: must be a number, or a string that holds one, is an object"),
                        new Row("active", "1", "type: must be true or false, is a number"),
                        new Row("born", "\"1.1.1970\"", "type: must be a date as yyyy-MM-dd, is a string"),
                        new Row("born", "\"1899-12-31\"", "range: must not be before 1900-01-01, is 1899-12-31"),
                        new Row("unit", "\"K\"", "allowed_values: must be one of C, F"),
                        new Row("other", "1", "unknown_field: is not in the contract, which is strict"))
                .map(row -> DynamicTest.dynamicTest(
                        row.field() + " " + row.json(),
                        () -> assertThat(check(row.field(), row.json()))
                                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                                    assertThat(rejected.rule() + ": " + rejected.reason())
                                            .isEqualTo(row.expected());
                                    assertThat(rejected.pointer()).isEqualTo("/" + row.field());
                                })));
    }

    @Test
    void anEventWithoutIdGetsOneThatARetryGetsAgain() {
        byte[] one = "{\"at\":1767225600000,\"sensor\":\"s1\"}".getBytes(UTF_8);
        byte[] same = "{ \"sensor\":\"s1\", \"at\":1767225600000, \"event_id\":null}".getBytes(UTF_8);

        Accepted first = (Accepted) check(one);
        assertThat(first.eventIdDerived()).isTrue();
        assertThat(first.eventId()).isEqualTo(((Accepted) check(one)).eventId());
        assertThat(first.values()[0]).isEqualTo(first.eventId());
        assertThat(first.claimed().eventId()).isNull();
        assertThat(((Accepted) check(same)).eventId()).isNotEqualTo(first.eventId());
    }

    @Test
    void noNumberMakesItThrow() {
        Random random = new Random(11);
        for (int round = 0; round < 10_000; round++) {
            StringBuilder number = new StringBuilder();
            for (int length = random.nextInt(24); length >= 0; length--) {
                number.append("0123456789.eE+-".charAt(random.nextInt(15)));
            }
            for (String field : List.of("small", "large", "share", "price", "at")) {
                assertThat(check(field, number.toString())).isNotNull();
                assertThat(check(field, '"' + number.toString() + '"')).isNotNull();
            }
        }
    }

    private record Row(String field, String json, Object expected) {}

    private int indexOf(String field) {
        return contract.fields().stream().map(Field::name).toList().indexOf(field);
    }

    private Verdict check(String field, String value) {
        String sensor = field.equals("sensor") ? "" : ",\"sensor\":\"s1\"";
        String json = "{\"event_id\":\"e\",\"at\":1767225600000" + sensor + ",\"" + field + "\":" + value + "}";
        return check(json.getBytes(UTF_8));
    }

    private Verdict check(byte[] json) {
        return checker.check(json, 0, json.length, Arrival.of(Instant.parse("2026-03-01T12:00:00Z"), "lab"));
    }
}
