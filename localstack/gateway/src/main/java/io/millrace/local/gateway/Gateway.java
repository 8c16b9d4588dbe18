package io.millrace.local.gateway;

import io.millrace.local.gateway.athena.AthenaApi;
import io.millrace.local.gateway.engine.Engine;
import io.millrace.local.gateway.ingest.IngestFaults;
import io.millrace.local.gateway.ingest.IngestOrigin;
import io.millrace.local.gateway.upstream.Emulator;
import io.millrace.local.gateway.wire.Listener;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;

/** Both ports, open from the moment this is made. */
final class Gateway implements Closeable {
    private final Listener endpoint;
    private final Listener ingest;

    Gateway(GatewaySettings settings, Engine engine) throws IOException {
        Emulator emulator = new Emulator(settings.upstream(), settings.region());
        AthenaApi athena = new AthenaApi(
                engine, emulator, settings.state().resolve("results"), settings.limits(), Clock.systemUTC());
        Health health = new Health(engine, athena, settings.upstream());
        IngestFaults faults = new IngestFaults();
        endpoint = new Listener(
                "endpoint", settings.port(), () -> new Endpoint(athena, health, faults, settings.upstream()));
        try {
            ingest = new Listener(
                    "ingest",
                    settings.ingestPort(),
                    IngestOrigin.of(settings.upstream(), emulator, settings.ingestApi(), faults));
        } catch (IOException e) {
            endpoint.close();
            throw e;
        }
    }

    int port() {
        return endpoint.port();
    }

    int ingestPort() {
        return ingest.port();
    }

    @Override
    public void close() throws IOException {
        try (endpoint;
                ingest) {
            // both are closed, whichever fails
        }
    }
}
