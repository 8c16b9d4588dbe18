package io.millrace.local.host;

import io.millrace.local.platform.ScratchEmulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The emulator that integration tests run beside: started once for the run. */
public final class TestEmulator {
    private static @Nullable URI started;

    private TestEmulator() {}

    public static synchronized URI endpoint() {
        if (started == null) {
            Path module = Path.of("").toAbsolutePath();
            started = ScratchEmulator.start(
                            module.resolve("../..").normalize(),
                            module.resolve("target/ministack-" + UUID.randomUUID()))
                    .endpoint();
        }
        return started;
    }
}
