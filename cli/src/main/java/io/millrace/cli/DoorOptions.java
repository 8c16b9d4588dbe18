package io.millrace.cli;

import io.millrace.keys.SourceKeys;
import io.millrace.send.Door;
import io.millrace.send.Poster;
import io.millrace.send.Sender;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command that sends events reaches the door. */
final class DoorOptions {

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

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
        if (url != null && key != null) {
            return new Door(url, key);
        }
        Target target = environment.target();
        return new Door(url != null ? url : ingestUrl(target), key != null ? key : writeKey(target));
    }

    private static URI ingestUrl(Target target) {
        return target.ingestUrl(StackOutputs.of(target))
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot find the ingest API of environment " + target.env() + ": is it deployed?"));
    }

    private static String writeKey(Target target) {
        return new SourceKeys(target)
                .find(SourceKeys.DEFAULT_SOURCE)
                .orElseThrow(() -> new IllegalStateException("Cannot find a write key in environment " + target.env()
                        + ": make one with 'millrace keys create " + SourceKeys.DEFAULT_SOURCE + "', or give --key"));
    }
}
