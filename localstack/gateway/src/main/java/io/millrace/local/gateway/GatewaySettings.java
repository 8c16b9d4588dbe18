package io.millrace.local.gateway;

import io.millrace.local.gateway.athena.TimeLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the gateway is started.
 *
 * @param port the AWS endpoint's, on 127.0.0.1; 0 for any free one
 * @param ingestPort the ingest origin's
 * @param servingPort the serving origin's
 * @param upstream the emulator
 * @param state a folder of this process's own
 * @param assembly where the CDK app is synthesised
 * @param jobs the folder of the built jobs
 * @param logs where the logs of jobs are read
 * @param ingestApi the name of the REST API behind the ingest origin
 * @param servingApi the name of the REST API behind the serving origin
 * @param limits how long queries may run
 * @param runbooks the folder of pages that messages link to
 * @param alertsTopic the name of the topic of alerts
 */
record GatewaySettings(
        int port,
        int ingestPort,
        int servingPort,
        URI upstream,
        Path state,
        Path assembly,
        Path jobs,
        Path logs,
        String region,
        String ingestApi,
        String servingApi,
        TimeLimits limits,
        Path runbooks,
        String alertsTopic) {
    static final String USAGE =
            "usage: --port PORT --ingest-port PORT --serving-port PORT --upstream http://127.0.0.1:PORT"
                    + " [--state DIRECTORY] [--region REGION] [--environment local]"
                    + " [--assembly DIRECTORY] [--jobs glue-jobs] [--logs DIRECTORY] [--dml-timeout-minutes 30]"
                    + " [--runbooks DIRECTORY]";
    private static final Set<String> OPTIONS = Set.of(
            "--port",
            "--ingest-port",
            "--serving-port",
            "--upstream",
            "--state",
            "--assembly",
            "--jobs",
            "--logs",
            "--region",
            "--environment",
            "--dml-timeout-minutes",
            "--runbooks");

    /**
     * Reads the command line. Without {@code --state} the folder is {@code gateway} in MILLRACE_STATE, else in
     * {@code .millrace}; without {@code --region} it is AWS_REGION, else us-east-1. The
     * other folders are where the local platform has them.
     *
     * @throws IllegalArgumentException naming what is missing, unknown or malformed
     */
    static GatewaySettings parse(List<String> arguments, Map<String, String> environment) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!OPTIONS.contains(option) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("Cannot read argument: " + option);
            }
            options.put(option, arguments.get(i + 1));
        }
        URI upstream = URI.create(required(options, "--upstream"));
        if (upstream.getHost() == null || upstream.getPort() < 0 || !"http".equals(upstream.getScheme())) {
            throw new IllegalArgumentException("Cannot use upstream: " + upstream + "; give http://HOST:PORT");
        }
        Path state = state(options, environment).toAbsolutePath();
        return new GatewaySettings(
                port(options, "--port"),
                port(options, "--ingest-port"),
                port(options, "--serving-port"),
                upstream,
                state,
                folder(options, "--assembly", state.resolveSibling("cdk.out")),
                folder(options, "--jobs", Path.of("glue-jobs")),
                folder(options, "--logs", state.resolveSibling("logs")),
                options.getOrDefault("--region", environment.getOrDefault("AWS_REGION", "us-east-1")),
                named(options, "ingest"),
                named(options, "serving"),
                limits(options),
                folder(options, "--runbooks", Path.of("docs/runbooks")),
                named(options, "alerts"));
    }

    private static String named(Map<String, String> options, String name) {
        return "millrace-" + options.getOrDefault("--environment", "local") + "-" + name;
    }

    private static TimeLimits limits(Map<String, String> options) {
        String minutes = options.get("--dml-timeout-minutes");
        if (minutes == null) {
            return TimeLimits.ATHENA;
        }
        if (!minutes.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("Cannot use --dml-timeout-minutes: " + minutes);
        }
        return new TimeLimits(Duration.ofMinutes(Integer.parseInt(minutes)), TimeLimits.ATHENA.ddl());
    }

    private static Path state(Map<String, String> options, Map<String, String> environment) {
        String given = options.get("--state");
        return given != null
                ? Path.of(given)
                : Path.of(environment.getOrDefault("MILLRACE_STATE", ".millrace"), "gateway");
    }

    private static Path folder(Map<String, String> options, String name, Path otherwise) {
        String given = options.get(name);
        return (given == null ? otherwise : Path.of(given)).toAbsolutePath();
    }

    private static int port(Map<String, String> options, String name) {
        String value = required(options, name);
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException("Cannot use " + name + ": " + value);
        }
        return Integer.parseInt(value);
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Cannot start without " + name);
        }
        return value;
    }
}
