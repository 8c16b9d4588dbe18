package io.millrace.local.gateway;

import io.millrace.local.gateway.engine.TrinoEngine;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts the gateway and leaves it running until the process is told to end. */
public final class GatewayMain {
    private GatewayMain() {}

    /** Exits with 2 on wrong arguments and with 1 when a port is taken. */
    public static void main(String[] arguments) throws IOException {
        GatewaySettings settings;
        try {
            settings = GatewaySettings.parse(List.of(arguments), System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(GatewaySettings.USAGE);
            System.exit(2);
            return;
        }
        Logs.quieten();
        // The emulator closes idle connections; the JDK's client would keep them for twenty minutes.
        System.setProperty("jdk.httpclient.keepalive.timeout", "2");
        Path engineFiles = Files.createDirectories(settings.state().resolve("engine"));
        TrinoEngine engine = TrinoEngine.start(settings.upstream(), settings.region(), engineFiles);
        try {
            Gateway gateway = new Gateway(settings, engine);
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::endRuns, "end-runs"));
            System.out.println("AWS endpoint http://127.0.0.1:" + gateway.port() + ", ingest http://127.0.0.1:"
                    + gateway.ingestPort() + ", serving http://127.0.0.1:" + gateway.servingPort() + ", upstream "
                    + settings.upstream());
        } catch (BindException e) {
            System.err.println("Cannot listen on ports " + settings.port() + ", " + settings.ingestPort() + " and "
                    + settings.servingPort() + ": " + e.getMessage());
            System.exit(1);
        }
    }
}
