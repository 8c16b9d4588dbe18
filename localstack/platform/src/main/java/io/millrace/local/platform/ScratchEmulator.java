package io.millrace.local.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A MiniStack of a test's own: empty, on a free port, beside whatever platform the checkout runs. */
public final class ScratchEmulator implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI endpoint;
    private final ProcessIdentity process;

    private ScratchEmulator(URI endpoint, ProcessIdentity process) {
        this.endpoint = endpoint;
        this.process = process;
    }

    /**
     * Starts one, from the Python environment of the checkout's platform, which is made if it is missing.
     *
     * @param project root of the checkout
     * @param folder takes its state and its log; must be new
     */
    public static ScratchEmulator start(Path project, Path folder) {
        Map<String, String> inherited = System.getenv();
        PythonEnvironment python =
                new PythonEnvironment(Layout.of(project, inherited), AwsEnvironment.isolated(inherited));
        python.prepare(Progress.toStandardError());
        Layout own = new Layout(project, folder);
        new StateFolder(own).prepare();
        Ports ports = new Ports();
        Addresses addresses = new Addresses(ports.any(), ports.any(), ports.any(), ports.any(), ports.any());
        PartSpec spec = new Parts(own, addresses, inherited).emulator(python);
        ProcessIdentity process = new PartRunner(python.python()).start(spec, own.state());
        ScratchEmulator started = new ScratchEmulator(addresses.emulatorUrl(), process);
        // The process has a session of its own and would outlive a test run that is cut short.
        Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop-scratch-emulator"));
        PartRunner.awaitHealthy(spec, process);
        return started;
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.find().ifPresent(alive -> PartRunner.stop(alive, PATIENCE));
    }
}
