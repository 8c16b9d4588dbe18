package io.millrace.local.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Python with the packages that are pinned beside the tests, installed once, and an environment that points here. */
final class Python {
    static final Path SOURCES = Checkout.root().resolve("localstack/tests/src/test/python");

    private static final Venv VENV =
            new Venv(Checkout.root().resolve("localstack/tests/target/venv"), SOURCES.resolve("requirements.txt"));
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private Python() {}

    static void install() {
        VENV.install();
    }

    /** Runs a script to its end. */
    static Outcome run(Path script, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(VENV.program("python"), script.toString()));
        command.addAll(List.of(arguments));
        return Running.start(command, environment).await(PATIENCE).succeeded();
    }

    /** What a client of AWS needs to find the platform. */
    static Map<String, String> aws() {
        JsonNode outputs = LocalPlatform.millrace("outputs").succeeded().json();
        return Map.of(
                "AWS_ENDPOINT_URL", outputs.get("awsEndpoint").asText(),
                "AWS_REGION", outputs.get("region").asText(),
                "AWS_DEFAULT_REGION", outputs.get("region").asText(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "WORKGROUP", outputs.get("athenaWorkgroup").asText());
    }
}
