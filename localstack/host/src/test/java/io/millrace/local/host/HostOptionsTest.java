package io.millrace.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HostOptionsTest {

    private static final String[] MINIMAL = {
        "--port", "7001", "--aws-endpoint", "http://127.0.0.1:4566", "--assembly", "out", "--state", "state"
    };

    @Test
    void everyArgumentIsRead() {
        assertThat(HostOptions.parse(MINIMAL))
                .isEqualTo(new HostOptions(
                        7001,
                        URI.create("http://127.0.0.1:4566"),
                        Path.of("out"),
                        Path.of("state"),
                        Duration.ofSeconds(20)));
    }

    @Test
    void aMissingArgumentIsNamed() {
        assertThatThrownBy(() -> HostOptions.parse("--port", "7001"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot start without --aws-endpoint");
    }

    @Test
    void anUnknownArgumentIsNamed() {
        String[] arguments = java.util.Arrays.copyOf(MINIMAL, MINIMAL.length + 2);
        arguments[MINIMAL.length] = "--verbose";
        arguments[MINIMAL.length + 1] = "yes";
        assertThatThrownBy(() -> HostOptions.parse(arguments)).hasMessageContaining("--verbose");
    }
}
