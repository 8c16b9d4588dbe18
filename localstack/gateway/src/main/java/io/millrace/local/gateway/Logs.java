package io.millrace.local.gateway;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the engine's talk out of the log: only what someone should look at is written. */
final class Logs {
    private static final Logger ROOT = Logger.getLogger("");
    /** It warns of the shape of the engine's own HTTP resources on every start. */
    private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");
    /** It warns of its own clock on every start: nanoseconds since none. */
    private static final Logger NODE_MEMORY = Logger.getLogger("io.trino.memory.RemoteNodeMemory");

    private static final Logger NODE_STATE = Logger.getLogger("io.trino.metadata.RemoteNodeState");

    private Logs() {}

    static void quieten() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
        ROOT.setLevel(Level.WARNING);
        JERSEY.setLevel(Level.SEVERE);
        NODE_MEMORY.setLevel(Level.SEVERE);
        NODE_STATE.setLevel(Level.SEVERE);
    }
}
