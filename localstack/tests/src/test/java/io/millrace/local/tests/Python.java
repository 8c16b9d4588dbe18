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

    private static final Path VENV = Checkout.root().resolve("localstack/tests/target/venv");
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static boolean installed;

    private Python() {}

    static synchronized void install() {
        if (installed) {
            return;
        }
        run(List.of("python3", "-m", "venv", VENV.toString()), Map.of());
        run(
                List.of(
                        VENV.resolve("bin/pip").toString(),
                        "install",
                        "--quiet",
                        "--no-deps",
                        "--require-hashes",
                        "-r",
                        SOURCES.resolve("requirements.txt").toString()),
                Map.of());
        installed = true;
    }

    /** Runs a script to its end. */
    static Outcome run(Path script, Map<String, String> environment, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(VENV.resolve("bin/python").toString(), script.toString()));
        command.addAll(List.of(arguments));
        return run(command, environment);
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

    private static Outcome run(List<String> command, Map<String, String> environment) {
        return Running.start(command, environment).await(PATIENCE).succeeded();
    }
}
