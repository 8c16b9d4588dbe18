package io.millrace.local.host;

import com.sun.net.httpserver.HttpServer;
import io.millrace.local.host.assembly.Assembly;
import io.millrace.local.host.assembly.AssemblyReader;
import io.millrace.local.host.poller.Checkpoints;
import io.millrace.local.host.poller.FileCheckpoints;
import io.millrace.local.host.poller.Pollers;
import io.millrace.local.host.runtime.Functions;
import io.millrace.local.host.runtime.LambdaConfigurations;
import io.millrace.local.host.runtime.PackageStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host with all its parts. It works as soon as it is made and until it is closed. */
public final class LambdaHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LambdaHost.class);
    private static final int MAX_ENVIRONMENTS = 32;
    private static final int STOP_NOW = 0;

    private final HostOptions options;
    private final AwsEndpoint aws;
    private final Functions functions;
    private final Pollers pollers;
    private final AssemblyWatch watch;
    private final InvokeRoute invocations;
    private final HttpServer server;
    private final ExecutorService requests = Executors.newCachedThreadPool();
    private volatile List<String> problems = List.of();

    /** @param environment of the host's process: region and credentials */
    LambdaHost(HostOptions options, Map<String, String> environment) throws IOException {
        this.options = options;
        this.aws = AwsEndpoint.of(options.awsEndpoint(), environment);
        Map<String, String> handed = new HashMap<>(environment);
        handed.putAll(aws.variables());
        InstantSource clock = InstantSource.system();
        this.functions = new Functions(
                new LambdaConfigurations(aws.lambda()),
                new PackageStore(options.state().resolve("packages")),
                handed,
                MAX_ENVIRONMENTS,
                clock);
        Checkpoints checkpoints = new FileCheckpoints(options.state().resolve("checkpoints"));
        this.pollers = new Pollers(aws.kinesis(), aws.destinations(), functions, checkpoints, clock);
        this.invocations = new InvokeRoute(functions);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        server.setExecutor(requests);
        server.createContext("/", invocations);
        server.createContext("/health", new HealthRoute(this::health));
        server.createContext(FaultsRoute.PATH, new FaultsRoute(functions));
        this.watch =
                new AssemblyWatch(new AssemblyReader(options.assembly(), aws.region(), aws.account()), this::deploy);
        watch.start();
        server.start();
        LOG.info("Listening on 127.0.0.1:{}, AWS at {}", port(), options.awsEndpoint());
    }

    /** Where it listens. */
    int port() {
        return server.getAddress().getPort();
    }

    Health health() {
        List<String> all = new ArrayList<>(problems);
        String unread = watch.error();
        if (unread != null) {
            all.add("Cannot take the assembly: " + unread);
        }
        return Health.of(all, functions.status(), pollers.status());
    }

    /** Lets running batches end and be checkpointed and running events be answered, at most for the grace of the options. */
    @Override
    public void close() {
        Instant deadline = Instant.now().plus(options.grace());
        watch.close();
        pollers.stop(deadline);
        invocations.drain(deadline);
        server.stop(STOP_NOW);
        requests.shutdown();
        aws.close();
        LOG.info("Stopped");
    }

    private void deploy(Assembly assembly) {
        List<String> found = new ArrayList<>(assembly.problems());
        found.addAll(functions.deploy(assembly));
        pollers.serve(assembly.mappings());
        found.forEach(LOG::warn);
        problems = List.copyOf(found);
        LOG.info(
                "Took an assembly: functions {}, {} Kinesis mappings",
                assembly.functions().keySet(),
                assembly.mappings().size());
    }
}
