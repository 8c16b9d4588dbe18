package io.millrace.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestSettingsTest {
    @Test
    void readsEverythingFromTheEnvironment() {
        assertThat(IngestSettings.from(Doorway.ENVIRONMENT))
                .isEqualTo(new IngestSettings("events", "keys", 16, "1.2.3", new Limits(4_194_304, 500, 262_144)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MILLRACE_STREAM",
                "MILLRACE_KEYS_TABLE",
                "MILLRACE_BUCKETS",
                "MILLRACE_SERVICE_VERSION",
                "MILLRACE_MAX_BODY_BYTES",
                "MILLRACE_MAX_EVENTS",
                "MILLRACE_MAX_EVENT_BYTES"
            })
    void namesTheVariableThatIsMissing(String name) {
        Map<String, String> environment = new HashMap<>(Doorway.ENVIRONMENT);
        environment.remove(name);

        assertThatThrownBy(() -> new IngestHandler(environment))
                .hasMessage("Cannot start ingest: environment variable " + name + " is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "MILLRACE_BUCKETS, many, no whole number",
        "MILLRACE_MAX_EVENTS, 0, at least 1",
        "MILLRACE_MAX_EVENTS, 10001, 10000",
        "MILLRACE_MAX_EVENT_BYTES, 1048576, one record",
        "MILLRACE_MAX_BODY_BYTES, 10000000, 6291456",
    })
    void saysWhichValueIsWrong(String name, String value, String message) {
        Map<String, String> environment = new HashMap<>(Doorway.ENVIRONMENT);
        environment.put(name, value);

        assertThatThrownBy(() -> IngestSettings.from(environment)).hasMessageContaining(message);
    }
}
