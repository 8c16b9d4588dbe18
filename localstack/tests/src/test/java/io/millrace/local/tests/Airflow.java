package io.millrace.local.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Airflow as {@code airflow-dags} pins it, with an empty database of its own. */
final class Airflow {
    private static final Path DAGS = Checkout.root().resolve("airflow-dags");
    private static final Venv VENV =
            new Venv(Checkout.root().resolve(".millrace/airflow"), DAGS.resolve("requirements.txt"));
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Map<String, String> environment = new TreeMap<>();

    /** @param home for its database; empty */
    Airflow(Path home) {
        VENV.install();
        environment.put("AIRFLOW_HOME", home.toString());
        environment.put("AIRFLOW__CORE__LOAD_EXAMPLES", "False");
        environment.put("AIRFLOW__CORE__DAGS_FOLDER", DAGS.resolve("dags").toString());
        environment.put("PYTHONPATH", DAGS.resolve("dags").toString());
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        run("airflow", "db", "migrate").succeeded();
    }

    /** The same, pointed at the platform, with one retry after seconds instead of three after minutes. */
    Airflow onThePlatform() {
        JsonNode outputs = LocalPlatform.millrace("outputs").succeeded().json();
        environment.putAll(Python.aws());
        environment.put("AIRFLOW_CONN_AWS_DEFAULT", "aws://");
        environment.put("AIRFLOW__MILLRACE__ENVIRONMENT", "local");
        environment.put(
                "AIRFLOW__MILLRACE__ALERTS_TOPIC_ARN",
                outputs.get("alertsTopicArn").asText());
        environment.put("AIRFLOW__MILLRACE__POLL_SECONDS", "0.5");
        environment.put("AIRFLOW__MILLRACE__RETRIES", "1");
        environment.put("AIRFLOW__MILLRACE__FIRST_RETRY_SECONDS", "2");
        return this;
    }

    /** Runs all tests of {@code airflow-dags/tests}. */
    Outcome unitTests() {
        return run("python", "-m", "unittest", "discover", DAGS.resolve("tests").toString());
    }

    /** Runs a DAG once, here and now. */
    Outcome test(String dag, String conf) {
        return run("airflow", "dags", "test", dag, "--conf", conf);
    }

    private Outcome run(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(VENV.program(program)));
        command.addAll(List.of(arguments));
        return Running.start(command, environment).await(PATIENCE);
    }
}
