package io.millrace.local.platform;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ports of the platform's five listeners, all on the loopback address.
 *
 * @param emulator MiniStack itself, for the platform's own parts
 * @param host the Lambda host
 * @param gateway the one AWS endpoint for everybody
 * @param ingest origin of the ingest API
 * @param serving origin of the serving API
 */
record Addresses(int emulator, int host, int gateway, int ingest, int serving) {

    /** Where AWS emulators are looked for by habit. */
    private static final int USUAL_AWS_PORT = 4566;

    private static final String EMULATOR = "ministack";
    private static final String HOST = "host";
    private static final String GATEWAY = "gateway";
    private static final String INGEST = "ingest";
    private static final String SERVING = "serving";

    /** The remembered ports where they are free or our own process has them; else others. */
    static Addresses choose(RunState remembered, Progress progress) {
        Ports ports = new Ports();
        int emulator = port(ports, remembered, EMULATOR, EMULATOR, 0, progress);
        int host = port(ports, remembered, HOST, HOST, 0, progress);
        int gateway = port(ports, remembered, GATEWAY, GATEWAY, USUAL_AWS_PORT, progress);
        int ingest = port(ports, remembered, INGEST, GATEWAY, 0, progress);
        int serving = port(ports, remembered, SERVING, GATEWAY, 0, progress);
        return new Addresses(emulator, host, gateway, ingest, serving);
    }

    /** What was remembered, or empty when some port never was. */
    static Optional<Addresses> of(RunState state) {
        List<Integer> ports = Stream.of(EMULATOR, HOST, GATEWAY, INGEST, SERVING)
                .flatMap(name -> state.port(name).stream())
                .toList();
        return ports.size() < 5
                ? Optional.empty()
                : Optional.of(new Addresses(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4)));
    }

    Map<String, Integer> asPorts() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(EMULATOR, emulator);
        ports.put(HOST, host);
        ports.put(GATEWAY, gateway);
        ports.put(INGEST, ingest);
        ports.put(SERVING, serving);
        return ports;
    }

    URI emulatorUrl() {
        return loopback(emulator);
    }

    URI hostUrl() {
        return loopback(host);
    }

    URI gatewayUrl() {
        return loopback(gateway);
    }

    URI ingestUrl() {
        return loopback(ingest);
    }

    URI servingUrl() {
        return loopback(serving);
    }

    Endpoints endpoints(String region) {
        return new Endpoints(
                gatewayUrl(), ingestUrl(), servingUrl(), region, AwsEnvironment.ACCESS_KEY, AwsEnvironment.SECRET_KEY);
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static int port(Ports ports, RunState remembered, String name, String owner, int usual, Progress progress) {
        Integer before = remembered.port(name).orElse(null);
        boolean ours = remembered
                .part(owner)
                .flatMap(started -> started.process().find())
                .isPresent();
        if (before != null && ours) {
            return ports.taken(before);
        }
        if (before == null && usual == 0) {
            return ports.any();
        }
        int wanted = before == null ? usual : before;
        int chosen = ports.choose(wanted);
        if (chosen != wanted) {
            progress.warn("Another program listens on port " + wanted + "; the " + name + " port is now " + chosen);
        }
        return chosen;
    }
}
