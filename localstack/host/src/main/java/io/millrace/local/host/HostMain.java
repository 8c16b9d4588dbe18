package io.millrace.local.host;

import java.io.IOException;

/** Entry of the host's process. Exit 0 after SIGTERM, 1 when it cannot start, 2 for wrong arguments. */
public final class HostMain {

    private HostMain() {}

    /** @param arguments see {@link HostOptions#USAGE} */
    public static void main(String[] arguments) {
        // Without it, a kept-alive connection waits 40 ms for each answer. Read once, when the server class loads.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            LambdaHost host = new LambdaHost(HostOptions.parse(arguments), System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(host), "stop"));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(HostOptions.USAGE);
            System.exit(2);
        } catch (IOException e) {
            System.err.println("Cannot start the local Lambda host: " + e);
            System.exit(1);
        }
    }

    /** A JVM that a signal ends exits with 143 unless it halts itself. */
    private static void stop(LambdaHost host) {
        host.close();
        Runtime.getRuntime().halt(0);
    }
}
