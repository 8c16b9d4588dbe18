package io.millrace.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Map<String, String> ALL = Map.of(
            "MILLRACE_ENV", "dev",
            "MILLRACE_STREAM", "millrace-dev-events-g1",
            "MILLRACE_LEDGER_TABLE", "millrace-dev-ledger",
            "MILLRACE_LAKE_BUCKET", "millrace-dev-lake-1",
            "MILLRACE_COMMIT_QUEUE_URL", "https://sqs/commits.fifo",
            "MILLRACE_COMMIT_INTERVAL_SECONDS", "10",
            "MILLRACE_DEDUP_WINDOW_MINUTES", "60",
            "MILLRACE_NOTICES_TOPIC_ARN", "arn:aws:sns:us-east-1:1:notices",
            "MILLRACE_ACCEPTED_BREAKS", "a@1, b@2");

    @Test
    void each_variable_has_its_place() {
        Environment environment = new Environment(ALL);

        assertThat(WriterSettings.from(environment))
                .isEqualTo(new WriterSettings(
                        "dev",
                        "millrace-dev-ledger",
                        "millrace-dev-lake-1",
                        "https://sqs/commits.fifo",
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(60)));
        assertThat(CommitterSettings.from(environment))
                .isEqualTo(new CommitterSettings(
                        "millrace-dev-ledger",
                        "millrace-dev-lake-1",
                        "https://sqs/commits.fifo",
                        Duration.ofSeconds(10)));
        assertThat(ReplaySettings.from(environment))
                .isEqualTo(new ReplaySettings(
                        "dev",
                        "millrace-dev-ledger",
                        "millrace-dev-lake-1",
                        "https://sqs/commits.fifo",
                        Duration.ofSeconds(10)));
        assertThat(MigrateSettings.from(environment))
                .isEqualTo(new MigrateSettings(
                        "dev",
                        "millrace-dev-events-g1",
                        "millrace-dev-ledger",
                        "millrace-dev-lake-1",
                        "arn:aws:sns:us-east-1:1:notices",
                        Set.of("a@1", "b@2")));
    }

    @Test
    void no_break_is_accepted_unless_it_is_listed() {
        Map<String, String> variables = new HashMap<>(ALL);
        variables.remove("MILLRACE_ACCEPTED_BREAKS");

        assertThat(MigrateSettings.from(new Environment(variables)).acceptedBreaks())
                .isEmpty();
    }

    @Test
    void a_missing_variable_is_named() {
        List<Function<Environment, Object>> readers =
                List.of(WriterSettings::from, CommitterSettings::from, ReplaySettings::from, MigrateSettings::from);
        for (Function<Environment, Object> reader : readers) {
            Map<String, String> variables = new HashMap<>(ALL);
            variables.remove("MILLRACE_LEDGER_TABLE");
            assertThatThrownBy(() -> reader.apply(new Environment(variables)))
                    .hasMessage("Cannot start: environment variable MILLRACE_LEDGER_TABLE is not set");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ten"})
    void a_number_that_is_none_is_refused(String value) {
        Map<String, String> variables = new HashMap<>(ALL);
        variables.put("MILLRACE_COMMIT_INTERVAL_SECONDS", value);

        assertThatThrownBy(() -> CommitterSettings.from(new Environment(variables)))
                .hasMessageStartingWith("Cannot start: MILLRACE_COMMIT_INTERVAL_SECONDS is ");
    }
}
