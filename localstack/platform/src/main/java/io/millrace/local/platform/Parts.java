package io.millrace.local.platform;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How each part is run, in the order in which they start. */
final class Parts {

    static final String EMULATOR = "ministack";
    static final String HOST = "host";
    static final String GATEWAY = "gateway";

    /** In the order in which they start; the reverse is the order in which they stop. */
    static final List<String> NAMES = List.of(EMULATOR, HOST, GATEWAY);

    private final Layout layout;
    private final Addresses addresses;
    private final Map<String, String> inherited;

    Parts(Layout layout, Addresses addresses, Map<String, String> inherited) {
        this.layout = layout;
        this.addresses = addresses;
        this.inherited = inherited;
    }

    static URI health(String part, Addresses addresses) {
        return switch (part) {
            case EMULATOR -> addresses.emulatorUrl().resolve("/_ministack/health");
            case HOST -> addresses.hostUrl().resolve("/health");
            case GATEWAY -> addresses.gatewayUrl().resolve("/_millrace/health");
            default -> throw new IllegalArgumentException("Cannot find the health address of part: " + part);
        };
    }

    /** How long a start may take on a slow, busy machine. */
    static Duration patience(String part) {
        return part.equals(GATEWAY) ? Duration.ofSeconds(180) : Duration.ofSeconds(60);
    }

    PartSpec emulator(PythonEnvironment python) {
        Path state = layout.emulatorState();
        Map<String, String> environment = new TreeMap<>(AwsEnvironment.isolated(inherited));
        environment.put("BIND_HOST", "127.0.0.1");
        environment.put("GATEWAY_PORT", Integer.toString(addresses.emulator()));
        environment.put("MINISTACK_ACCOUNT_ID", AwsEnvironment.ACCOUNT);
        environment.put("MINISTACK_REGION", AwsEnvironment.region(inherited));
        environment.put("PERSIST_STATE", "1");
        environment.put("STATE_DIR", state.resolve("state").toString());
        environment.put("S3_PERSIST", "1");
        environment.put("S3_DATA_DIR", state.resolve("s3").toString());
        environment.put("TMPDIR", state.resolve("tmp").toString());
        environment.put("SFTP_ENABLED", "0");
        environment.put("IOT_MTLS_ENABLED", "0");
        environment.put("LOG_LEVEL", "WARNING");
        return new PartSpec(
                EMULATOR,
                List.of(python.python().toString(), "-m", "ministack"),
                environment,
                addresses.emulator(),
                health(EMULATOR, addresses),
                patience(EMULATOR),
                python.wanted(),
                layout.log(EMULATOR));
    }

    PartSpec host() {
        Fingerprint code = new Fingerprint();
        for (Path functions : layout.functionLibraries()) {
            code.libraries(functions);
        }
        return java(
                HOST,
                "io.millrace.local.host.HostMain",
                addresses.host(),
                code,
                List.of("-Xmx2g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(
                        "--port",
                        Integer.toString(addresses.host()),
                        "--aws-endpoint",
                        addresses.emulatorUrl().toString(),
                        "--assembly",
                        layout.synthesised().toString(),
                        "--state",
                        layout.hostState().toString()));
    }

    PartSpec gateway() {
        return java(
                GATEWAY,
                "io.millrace.local.gateway.GatewayMain",
                addresses.gateway(),
                new Fingerprint(),
                List.of("-Xmx1536m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(
                        "--port",
                        Integer.toString(addresses.gateway()),
                        "--ingest-port",
                        Integer.toString(addresses.ingest()),
                        "--serving-port",
                        Integer.toString(addresses.serving()),
                        "--upstream",
                        addresses.emulatorUrl().toString(),
                        "--state",
                        layout.gatewayState().toString(),
                        "--assembly",
                        layout.synthesised().toString(),
                        "--jobs",
                        layout.project().resolve("glue-jobs").toString(),
                        "--logs",
                        layout.logs().toString(),
                        "--region",
                        AwsEnvironment.region(inherited),
                        "--environment",
                        "local",
                        "--runbooks",
                        layout.project().resolve("docs/runbooks").toString()));
    }

    private PartSpec java(
            String name,
            String mainClass,
            int port,
            Fingerprint code,
            List<String> jvmOptions,
            List<String> arguments) {
        Path lib = layout.project().resolve("localstack").resolve(name).resolve("target/app/lib");
        if (!Files.isDirectory(lib)) {
            throw new PlatformException(
                    "Cannot start " + name + ": " + lib + " is not built; run mvn -DskipTests package");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(lib + "/*");
        command.add(mainClass);
        command.addAll(arguments);
        Map<String, String> environment =
                new TreeMap<>(AwsEnvironment.emulated(inherited, addresses.emulatorUrl(), layout.noProfiles()));
        // Functions that run SQL need an Athena that runs it; the emulator's makes answers up.
        environment.put("AWS_ENDPOINT_URL_ATHENA", addresses.gatewayUrl().toString());
        return new PartSpec(
                name,
                command,
                environment,
                port,
                health(name, addresses),
                patience(name),
                code.libraries(lib).hex(),
                layout.log(name));
    }
}
