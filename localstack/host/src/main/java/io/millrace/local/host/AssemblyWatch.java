package io.millrace.local.host;

import io.millrace.local.host.assembly.Assembly;
import io.millrace.local.host.assembly.AssemblyReader;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices a new synthesis and hands it on once its files have come to rest. */
final class AssemblyWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AssemblyWatch.class);
    private static final long INTERVAL_MILLIS = 300;

    private final AssemblyReader reader;
    private final Consumer<Assembly> deploy;
    private final Thread thread = new Thread(this::watch, "assembly-watch");
    private String seen = "";
    private String deployed = "";
    private volatile @Nullable String error;

    AssemblyWatch(AssemblyReader reader, Consumer<Assembly> deploy) {
        this.reader = reader;
        this.deploy = deploy;
    }

    /** Deploys what is there already, then watches. */
    void start() {
        look();
        look();
        thread.setDaemon(true);
        thread.start();
    }

    /** Why the assembly as it is now could not be taken, or null. */
    @Nullable
    String error() {
        return error;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(INTERVAL_MILLIS);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            String now = reader.fingerprint();
            boolean atRest = now.equals(seen);
            seen = now;
            if (atRest && !now.equals(deployed)) {
                Assembly assembly = reader.read();
                deploy.accept(assembly);
                deployed = assembly.fingerprint();
                error = null;
            }
        } catch (IOException | RuntimeException e) {
            if (!e.toString().equals(error)) {
                LOG.warn("Cannot take the assembly, going on with the last", e);
            }
            error = e.toString();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
