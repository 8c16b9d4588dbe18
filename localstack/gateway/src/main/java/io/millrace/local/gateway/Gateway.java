package io.millrace.local.gateway;

import io.millrace.local.gateway.athena.AthenaApi;
import io.millrace.local.gateway.engine.Engine;
import io.millrace.local.gateway.glue.GlueApi;
import io.millrace.local.gateway.glue.JobLauncher;
import io.millrace.local.gateway.glue.RunFailures;
import io.millrace.local.gateway.origin.ApiOrigin;
import io.millrace.local.gateway.origin.IngestFaults;
import io.millrace.local.gateway.slack.RunbookPages;
import io.millrace.local.gateway.slack.SlackReceiver;
import io.millrace.local.gateway.upstream.Emulator;
import io.millrace.local.gateway.wire.Listener;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** All ports, open from the moment this is made. */
final class Gateway implements Closeable {
    private final GlueApi glue;
    private final Listener endpoint;
    private final Listener ingest;
    private final Listener serving;

    Gateway(GatewaySettings settings, Engine engine) throws IOException {
        Emulator emulator = new Emulator(settings.upstream(), settings.region());
        AthenaApi athena = new AthenaApi(
                engine, emulator, settings.state().resolve("results"), settings.limits(), Clock.systemUTC());
        Health health = new Health(engine, athena, settings.upstream());
        glue = new GlueApi(
                emulator,
                settings.assembly(),
                JobLauncher.ofBuilt(settings.jobs(), settings.state().resolve("spark"), settings.logs()),
                settings.state().resolve("runs"),
                Clock.systemUTC(),
                Duration.ofMinutes(1),
                new RunFailures(emulator, settings.alertsTopic()));
        IngestFaults faults = new IngestFaults();
        SlackReceiver slack = new SlackReceiver(settings.state().resolve("slack.ndjson"), Clock.systemUTC());
        RunbookPages runbooks = new RunbookPages(settings.runbooks());
        endpoint = new Listener(
                "endpoint",
                settings.port(),
                () -> new Endpoint(athena, glue, health, faults, slack, runbooks, settings.upstream()));
        try {
            ingest = new Listener(
                    "ingest",
                    settings.ingestPort(),
                    ApiOrigin.of(settings.upstream(), emulator, settings.ingestApi(), faults));
        } catch (IOException e) {
            endpoint.close();
            throw e;
        }
        try {
            serving = new Listener(
                    "serving",
                    settings.servingPort(),
                    ApiOrigin.of(settings.upstream(), emulator, settings.servingApi()));
        } catch (IOException e) {
            endpoint.close();
            ingest.close();
            throw e;
        }
    }

    int port() {
        return endpoint.port();
    }

    int ingestPort() {
        return ingest.port();
    }

    int servingPort() {
        return serving.port();
    }

    /** Ends the jobs that run: nobody would see them to their end. */
    void endRuns() {
        glue.close();
    }

    @Override
    public void close() throws IOException {
        try (glue;
                endpoint;
                ingest;
                serving) {
            // each is closed, whichever fails
        }
    }
}
