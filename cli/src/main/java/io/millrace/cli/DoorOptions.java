package io.millrace.cli;

import io.millrace.send.Door;
import io.millrace.send.Poster;
import io.millrace.send.Sender;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command that sends events reaches the door. */
final class DoorOptions {

    @Option(names = "--url", paramLabel = "URL", description = "Ingest API to send to, instead of the environment's.")
    private @Nullable URI url;

    @Option(names = "--key", paramLabel = "KEY", description = "Write key, instead of the environment's default one.")
    private @Nullable String key;

    @Option(names = "--connections", paramLabel = "N", description = "POSTs under way at once (default: 8).")
    private int connections = 8;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            description = "How long to resend a POST while the door is away or busy (default: 2m).")
    private Duration patience = Duration.ofMinutes(2);

    Sender sender() {
        if (connections < 1 || connections > 256) {
            throw new IllegalArgumentException("Cannot send over " + connections + " connections: use 1 to 256");
        }
        return new Sender(new Poster(door(), patience), connections);
    }

    private Door door() {
        if (url == null || key == null) {
            throw new IllegalArgumentException("Cannot send events without --url and --key");
        }
        return new Door(url, key);
    }
}
