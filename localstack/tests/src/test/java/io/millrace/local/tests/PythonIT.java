package io.millrace.local.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reader that shares no code with us sees the same tables: pyiceberg, over the Glue catalog and S3. */
@ExtendWith(LocalPlatform.class)
final class PythonIT {
    private static final Path PYTHON = Checkout.root().resolve("localstack/tests/src/test/python");
    private static final Path VENV = Checkout.root().resolve("localstack/tests/target/venv");

    @BeforeAll
    static void installPyiceberg() {
        run("python3", "-m", "venv", VENV.toString());
        run(
                VENV.resolve("bin/pip").toString(),
                "install",
                "--quiet",
                "--no-deps",
                "--require-hashes",
                "-r",
                PYTHON.resolve("requirements.txt").toString());
    }

    @Test
    void pyiceberg_counts_what_athena_counts() {
        LocalPlatform.millrace(
                        "simulate",
                        "--source",
                        "web,clickstream",
                        "--events",
                        "500",
                        "--rate",
                        "500",
                        "--invalid",
                        "0.05")
                .succeeded();
        LocalPlatform.settle();
        List<String> tables = List.of(
                "local_bronze.app_events_bronze",
                "local_bronze.clickstream_bronze",
                "local_bronze.app_events_quarantine",
                "local_bronze.clickstream_quarantine",
                "local_silver.app_events_silver",
                "local_silver.clickstream_clicks_silver");
        List<String> command = new ArrayList<>(List.of(
                VENV.resolve("bin/python").toString(),
                PYTHON.resolve("count_rows.py").toString()));
        command.addAll(tables);
        JsonNode counted = run(command.toArray(new String[0])).json();
        for (String table : tables) {
            long athena = LocalPlatform.count("select count(*) from " + table);
            assertThat(counted.get(table).asLong()).as(table).isEqualTo(athena).isPositive();
        }
    }

    private static Outcome run(String... command) {
        JsonNode outputs = LocalPlatform.millrace("outputs").succeeded().json();
        Map<String, String> environment = Map.of(
                "AWS_ENDPOINT_URL", outputs.get("awsEndpoint").asText(),
                "AWS_REGION", outputs.get("region").asText(),
                "AWS_DEFAULT_REGION", outputs.get("region").asText(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test");
        return Running.start(List.of(command), environment)
                .await(Duration.ofMinutes(5))
                .succeeded();
    }
}
