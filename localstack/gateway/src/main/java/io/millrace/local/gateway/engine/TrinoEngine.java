package io.millrace.local.gateway.engine;

import io.trino.plugin.iceberg.IcebergPlugin;
import io.trino.server.testing.TestingTrinoServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A Trino in this process, reached through its own client protocol on a port of 127.0.0.1. It starts in the background;
 * statements wait for it. No table metadata is kept between statements, so a snapshot is visible once it is committed.
 */
public final class TrinoEngine implements Engine {
    private static final Logger LOG = Logger.getLogger(TrinoEngine.class.getName());

    private final CompletableFuture<TrinoSession> started = new CompletableFuture<>();

    private TrinoEngine() {}

    /**
     * Begins to start an engine.
     *
     * @param state a folder for its own files
     */
    public static TrinoEngine start(URI upstream, String region, Path state) {
        TrinoEngine engine = new TrinoEngine();
        Thread starter = new Thread(
                () -> {
                    try {
                        engine.started.complete(new TrinoSession(serve(upstream, region, state)));
                    } catch (RuntimeException | LinkageError e) {
                        LOG.log(Level.SEVERE, "Cannot start the SQL engine", e);
                        engine.started.completeExceptionally(e);
                    }
                },
                "engine-start");
        starter.setDaemon(true);
        starter.start();
        return engine;
    }

    @Override
    public EngineState state() {
        if (started.isCompletedExceptionally()) {
            return EngineState.FAILED;
        }
        return started.isDone() ? EngineState.READY : EngineState.STARTING;
    }

    @Override
    public void awaitStart() throws EngineException, InterruptedException {
        session();
    }

    @Override
    public EngineOutcome run(EngineQuery query, ResultSink sink)
            throws EngineException, IOException, InterruptedException {
        return session().run(query, sink);
    }

    private TrinoSession session() throws EngineException, InterruptedException {
        try {
            return started.get();
        } catch (ExecutionException e) {
            throw new EngineException(
                    "ENGINE_NOT_STARTED",
                    EngineException.Kind.INTERNAL,
                    "Cannot start the SQL engine: " + e.getCause());
        }
    }

    private static URI serve(URI upstream, String region, Path state) {
        TestingTrinoServer server = TestingTrinoServer.builder()
                .setProperties(
                        TrinoCatalog.engineProperties(Runtime.getRuntime().maxMemory()))
                .setBaseDataDir(Optional.of(state))
                .build();
        server.installPlugin(new IcebergPlugin());
        server.createCatalog(TrinoCatalog.NAME, "iceberg", TrinoCatalog.properties(upstream, region));
        return server.getBaseUrl();
    }
}
