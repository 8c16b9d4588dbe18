package io.millrace.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.local.gateway.athena.TimeLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewaySettingsTest {
    @Test
    void everyArgumentHasItsPlace() {
        GatewaySettings settings = parse(
                "--port 4566 --ingest-port 4567 --serving-port 4568 --upstream http://127.0.0.1:9 --state /s --assembly /a --jobs /j --logs /l --region eu-central-1 --environment dev --dml-timeout-minutes 5 --runbooks /r");

        assertThat(settings)
                .isEqualTo(new GatewaySettings(
                        4566,
                        4567,
                        4568,
                        URI.create("http://127.0.0.1:9"),
                        Path.of("/s"),
                        Path.of("/a"),
                        Path.of("/j"),
                        Path.of("/l"),
                        "eu-central-1",
                        "millrace-dev-ingest",
                        "millrace-dev-serving",
                        new TimeLimits(Duration.ofMinutes(5), Duration.ofMinutes(600)),
                        Path.of("/r"),
                        "millrace-dev-alerts"));
    }

    @Test
    void folderAndRegionComeFromTheEnvironmentWhenNotGiven() {
        GatewaySettings settings = GatewaySettings.parse(
                List.of("--port", "0", "--ingest-port", "0", "--serving-port", "0", "--upstream", "http://127.0.0.1:9"),
                Map.of("MILLRACE_STATE", "/m", "AWS_REGION", "eu-west-1"));

        assertThat(settings.state()).isEqualTo(Path.of("/m/gateway"));
        assertThat(settings.assembly()).isEqualTo(Path.of("/m/cdk.out"));
        assertThat(settings.logs()).isEqualTo(Path.of("/m/logs"));
        assertThat(settings.region()).isEqualTo("eu-west-1");
        assertThat(settings.ingestApi()).isEqualTo("millrace-local-ingest");
    }

    @ParameterizedTest
    @CsvSource({
        "--nonsense 1,                                                Cannot read argument: --nonsense",
        "--port,                                                      Cannot read argument: --port",
        "--port 1 --ingest-port 2,                                    Cannot start without --upstream",
        "--port 70000 --ingest-port 2 --serving-port 3 --upstream http://127.0.0.1:9,  Cannot use --port: 70000",
        "--port 1 --ingest-port 2 --serving-port 3 --upstream https://127.0.0.1:9,     Cannot use upstream: https://127.0.0.1:9; give http://HOST:PORT",
        "--port 1 --ingest-port 2 --serving-port 3 --upstream http://127.0.0.1:9 --dml-timeout-minutes 0, Cannot use --dml-timeout-minutes: 0",
    })
    void whatIsWrongIsNamed(String arguments, String message) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static GatewaySettings parse(String arguments) {
        return GatewaySettings.parse(List.of(arguments.split(" ", -1)), Map.of());
    }
}
