package io.millrace.local.tests;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A built checkout beside the one under test, with a platform and contracts of its own. */
final class CheckoutCopy {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String IN_JAR = "META-INF/millrace/contracts";
    private static final String PACKED = IN_JAR + ".json";

    private final Path root;
    private final Path state;

    private CheckoutCopy(Path root, Path state) {
        this.root = root;
        this.state = state;
    }

    /** Copies what knows contracts, and links what does not: the platform's own programs. */
    static CheckoutCopy in(Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("checkout"));
        Path state = Files.createDirectories(folder.resolve("state"));
        for (String part : List.of("athena-queries", "cdk.json", "contracts", "cli", "infra", "lambdas")) {
            run("cp", "-a", Checkout.root().resolve(part).toString(), root.toString());
        }
        Files.createSymbolicLink(root.resolve("localstack"), Checkout.root().resolve("localstack"));
        return new CheckoutCopy(root, state);
    }

    /** Adds a contract, and brings the jars that hold contracts to where a build would bring them. */
    void addContract(String path, String yaml) throws IOException {
        write(root.resolve("contracts").resolve(path), yaml);
        putInJars(IN_JAR + "/" + path, yaml);
        putInJars(PACKED, packed());
    }

    /** What the build's own step makes of the contracts that the jars hold by now. */
    private String packed() throws IOException {
        Path folder = root.resolve("packed");
        Files.createDirectories(folder.resolve("META-INF/millrace"));
        run(Running.JAVA, "-cp", commandsClasses(), "io.millrace.contract.ContractPacking", folder.toString());
        return Files.readString(folder.resolve(PACKED));
    }

    private void putInJars(String resource, String text) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> jars = files.filter(file -> file.getParent().endsWith("lib"))
                    .filter(file -> file.getFileName().toString().startsWith("millrace-core-"))
                    .toList();
            for (Path jar : jars) {
                try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                    write(inside.getPath(resource), text);
                }
            }
        }
    }

    /** Runs a millrace command of the copy to its end. */
    Outcome millrace(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Running.JAVA,
                "-XX:TieredStopAtLevel=1",
                "-Dmillrace.root=" + root,
                "-cp",
                commandsClasses(),
                "io.millrace.cli.Millrace"));
        command.addAll(List.of(arguments));
        return Running.start(command, Map.of("MILLRACE_STATE", state.toString()))
                .await(PATIENCE);
    }

    private String commandsClasses() {
        return root.resolve("cli/target/app/lib") + File.separator + "*";
    }

    private static void write(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text);
    }

    private static void run(String... command) {
        Running.start(List.of(command), Map.of()).await(PATIENCE).succeeded();
    }
}
