package io.millrace.job.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    enum Colour {
        RED,
        GREEN
    }

    record Sample(
            @Argument("A day") @Nullable LocalDate asOf,
            @Argument("A time") @Nullable Instant since,
            @Argument(value = "A gap", byDefault = "PT30M") Duration gap,
            @Argument(value = "How many", byDefault = "3") int count,
            @Argument(value = "A share", byDefault = "0.5") double share,
            @Argument(value = "Or not", byDefault = "false") boolean force,
            @Argument(value = "Which", byDefault = "red") Colour colour,
            @Argument(value = "What", byDefault = "a,b") List<String> names,
            @Argument("Who") String who) {
        Sample {
            if (count < 0) {
                throw new IllegalArgumentException("Cannot use --count " + count + ": at least 0");
            }
        }
    }

    @Test
    void whatIsNotGivenHasItsDefaultOrIsNull() {
        assertThat(read("--who", "me"))
                .isEqualTo(new Sample(
                        null, null, Duration.ofMinutes(30), 3, 0.5, false, Colour.RED, List.of("a", "b"), "me"));
    }

    @Test
    void everyTypeIsReadInEitherForm() {
        assertThat(read(
                        "--as_of",
                        "2026-03-01",
                        "--since=2026-03-01T12:00:00Z",
                        "--gap",
                        "PT1H",
                        "--count",
                        "-0",
                        "--share",
                        "0.25",
                        "--force",
                        "--colour",
                        "Green",
                        "--names",
                        "x, y",
                        "--who=--me"))
                .isEqualTo(new Sample(
                        LocalDate.of(2026, 3, 1),
                        Instant.parse("2026-03-01T12:00:00Z"),
                        Duration.ofHours(1),
                        0,
                        0.25,
                        true,
                        Colour.GREEN,
                        List.of("x", "y"),
                        "--me"));
    }

    @Test
    void glueSOwnOptionsMeanNothingToAJob() {
        assertThat(read(
                        "--who",
                        "me",
                        "--JOB_NAME",
                        "x",
                        "--class",
                        "X",
                        "--enable-metrics",
                        "true",
                        "--continuous-log-logGroup",
                        "g",
                        "--TempDir",
                        "s3://t",
                        "--datalake-formats",
                        "iceberg"))
                .isEqualTo(read("--who", "me"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --who me --count many      | Cannot use --count 'many': write a whole number
            --who me --as_of yesterday | Cannot use --as_of 'yesterday': write a day, as 2026-03-01
            --who me --gap 30          | Cannot use --gap '30': write a duration, as PT1H or P1D
            --who me --colour blue     | Cannot use --colour 'blue': write green or red
            --who me --force perhaps   | Cannot use --force 'perhaps': write true or false
            --who me --share NaN       | Cannot use --share 'NaN': write a number
            --who me --count=-1        | Cannot use --count -1: at least 0
            --count 3                  | Cannot start without --who: Who
            who                        | Cannot read argument 'who': write --key value
            """)
    void aWrongArgumentIsNamedWithTheWayOut(String line, String message) {
        assertThatThrownBy(() -> read(line.split(" ")))
                .isInstanceOf(ArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aMisspeltArgumentIsRefused() {
        assertThatThrownBy(() -> read("--who", "me", "--dryrun", "true"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageStartingWith("Cannot use argument --dryrun: the job knows --as_of, --colour, --count");
    }

    @Test
    void helpListsEachArgumentWithItsDefault() {
        assertThat(ArgumentReader.help(Sample.class))
                .contains("  --as_of                A day", "  --who                  Who (required)")
                .contains("  --gap                  A gap (default: PT30M)");
    }

    private static Sample read(String... tokens) {
        ArgumentList list = ArgumentList.parse(List.of(tokens));
        list.allowOnly(List.of(Sample.class));
        return ArgumentReader.read(Sample.class, list);
    }
}
