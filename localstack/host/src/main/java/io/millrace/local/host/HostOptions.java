package io.millrace.local.host;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How the host was started.
 *
 * @param port to listen on at 127.0.0.1; 0 takes a free one
 * @param awsEndpoint the emulator, for the host itself and for every function
 * @param assembly folder of the synthesised templates; it need not exist yet
 * @param state folder for checkpoints and copies of packages, owned by the host
 * @param grace longest wait at SIGTERM for running batches
 */
record HostOptions(int port, URI awsEndpoint, Path assembly, Path state, Duration grace) {

    static final String USAGE =
            "usage: HostMain --port PORT --aws-endpoint URL --assembly DIR --state DIR [--grace SECONDS]";

    /** @throws IllegalArgumentException naming the argument that is wrong or missing */
    static HostOptions parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("Cannot read the arguments: " + arguments[arguments.length - 1]);
        }
        for (int i = 0; i < arguments.length; i += 2) {
            values.put(arguments[i], arguments[i + 1]);
        }
        HostOptions options = new HostOptions(
                Integer.parseInt(take(values, "--port")),
                URI.create(take(values, "--aws-endpoint")),
                Path.of(take(values, "--assembly")),
                Path.of(take(values, "--state")),
                Duration.ofSeconds(Long.parseLong(values.containsKey("--grace") ? take(values, "--grace") : "20")));
        if (!values.isEmpty()) {
            throw new IllegalArgumentException("Cannot read the arguments: " + values.keySet());
        }
        return options;
    }

    private static String take(Map<String, String> values, String name) {
        String value = values.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("Cannot start without " + name);
        }
        return value;
    }
}
