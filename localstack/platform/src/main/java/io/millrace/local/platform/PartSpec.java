package io.millrace.local.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part as it should run.
 *
 * @param environment the whole environment of the process
 * @param health says when the part can be used
 * @param patience how long a start may take
 * @param code digest of the code that it runs; a part that runs other code is restarted
 */
record PartSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        int port,
        URI health,
        Duration patience,
        String code,
        Path log) {

    PartSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Digest of everything that would make a difference to a restart; most of the environment is the person's own. */
    String fingerprint() {
        Fingerprint fingerprint = new Fingerprint().texts(command).text(code);
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith("AWS_") || name.startsWith("MINISTACK_")) {
                fingerprint.text(name).text(value);
            }
        });
        return fingerprint.hex();
    }
}
