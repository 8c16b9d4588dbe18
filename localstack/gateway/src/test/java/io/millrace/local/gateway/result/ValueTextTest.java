package io.millrace.local.gateway.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.trino.client.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTextTest {
    @ParameterizedTest
    @MethodSource
    void aValueReadsAsAthenaWritesIt(String type, Object value, String expected) {
        assertThat(ValueText.of(type, value)).isEqualTo(expected);
    }

    static Stream<Arguments> aValueReadsAsAthenaWritesIt() {
        return Stream.of(
                arguments("boolean", true, "true"),
                arguments("bigint", 9_007_199_254_740_993L, "9007199254740993"),
                arguments("double", 1e10, "1.0E10"),
                arguments("double", Double.NaN, "NaN"),
                arguments("real", 1.1f, "1.1"),
                arguments("decimal(10, 2)", "1.10", "1.10"),
                arguments("date", "2024-01-01", "2024-01-01"),
                arguments("timestamp(0)", "2024-01-01 00:00:00", "2024-01-01 00:00:00.000"),
                arguments("timestamp(1)", "2024-01-01 00:00:00.5", "2024-01-01 00:00:00.500"),
                arguments("timestamp(3)", "2024-01-01 00:00:00.123", "2024-01-01 00:00:00.123"),
                arguments("timestamp(6)", "2024-01-01 00:00:00.123456", "2024-01-01 00:00:00.123456"),
                arguments("timestamp(3) with time zone", "2024-01-01 00:00:00.000 UTC", "2024-01-01 00:00:00.000 UTC"),
                arguments(
                        "timestamp(0) with time zone",
                        "2024-01-01 00:00:00 Europe/Berlin",
                        "2024-01-01 00:00:00.000 Europe/Berlin"),
                arguments("varbinary", "hi".getBytes(UTF_8), "68 69"),
                arguments("array(varchar)", Arrays.asList("a", null, "b"), "[a, null, b]"),
                arguments("array(array(bigint))", List.of(List.of(1L), List.of()), "[[1], []]"),
                arguments("map(varchar, double)", Map.of("k", 1.5), "{k=1.5}"),
                arguments(
                        "row(x integer, y varchar)",
                        Row.builder().addField("x", 1).addField("y", "b").build(),
                        "{x=1, y=b}"),
                arguments(
                        "row(integer, integer)",
                        Row.builder().addUnnamedField(1).addUnnamedField(2).build(),
                        "{field0=1, field1=2}"),
                arguments("varchar", "", ""));
    }

    @Test
    void nullHasNoText() {
        assertThat(ValueText.of("varchar", null)).isNull();
    }
}
