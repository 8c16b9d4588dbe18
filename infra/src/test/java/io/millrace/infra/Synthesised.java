package io.millrace.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.infra.environment.Environment;
import io.millrace.infra.environment.EnvironmentFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * The files that a synthesis of one environment wrote, with cdk-nag's findings. Each environment is synthesised once in a
 * test run; everything is asserted on the files, as they are what is deployed.
 */
record Synthesised(String environment, Path folder, List<String> findings) {
    static final String ACCOUNT = "111122223333";
    static final List<String> STACKS =
            List.of("Storage", "Streaming", "Ingestion", "Lake", "Serving", "Jobs", "Queries", "Monitoring");
    static final Path ENVIRONMENTS = Path.of("environments");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Synthesised> DONE = new ConcurrentHashMap<>();

    static Synthesised of(String environment) {
        return DONE.computeIfAbsent(environment, name -> synthesise(EnvironmentFile.read(ENVIRONMENTS, name), name));
    }

    JsonNode template(String capability) {
        return read(folder.resolve("Millrace-" + environment + "-" + capability + ".template.json"));
    }

    /** Every resource of a type in one stack. */
    List<JsonNode> resources(String capability, String type) {
        List<JsonNode> found = new ArrayList<>();
        template(capability).path("Resources").forEach(resource -> {
            if (resource.path("Type").asText().equals(type)) {
                found.add(resource);
            }
        });
        return found;
    }

    /** The properties of the one resource of a type whose property has the value. */
    JsonNode properties(String capability, String type, String property, String value) {
        List<JsonNode> found = resources(capability, type).stream()
                .map(resource -> resource.path("Properties"))
                .filter(properties -> properties.path(property).asText().equals(value))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("Found " + found.size() + " " + type + " with " + property + " " + value);
        }
        return found.get(0);
    }

    List<String> outputs() {
        List<String> ids = new ArrayList<>();
        for (String capability : STACKS) {
            template(capability).path("Outputs").fieldNames().forEachRemaining(ids::add);
        }
        return ids;
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Synthesises into a folder of that name. */
    static Synthesised synthesise(Environment environment, String folderName) {
        Path folder = Path.of("target", "synthesised", folderName).toAbsolutePath();
        App app = new App(
                AppProps.builder().outdir(folder.toString()).context(context()).build());
        MillraceApp.addStacks(
                app,
                new Deployment(
                        environment,
                        new Names(environment.name(), ACCOUNT, "us-east-1"),
                        new FunctionPackages(packages()),
                        new JobPackage(jobs()),
                        new QueryFiles(Path.of("..", "athena-queries")),
                        Path.of("..", "airflow-dags", "dags"),
                        "digest-of-contracts",
                        "1.2.3",
                        environment.emulated() ? "http://127.0.0.1:9/invoke" : null,
                        environment.emulated() ? "http://127.0.0.1:8" : null));
        app.synth();
        return new Synthesised(environment.name(), folder, Findings.of(app));
    }

    /** Stands in for the built functions, which another module makes. */
    private static Path packages() {
        Path lambdas = Path.of("target", "packages").toAbsolutePath();
        try {
            for (String name : List.of("ingest", "lake", "serving", "alerts")) {
                Path lib = Files.createDirectories(lambdas.resolve(name)
                        .resolve("target")
                        .resolve("function")
                        .resolve("lib"));
                Files.writeString(lib.resolve("function.jar"), name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lambdas;
    }

    /** Stands in for the built jobs. */
    private static Path jobs() {
        Path folder = Path.of("target", "jobs").toAbsolutePath();
        try {
            Path app = Files.createDirectories(folder.resolve("target").resolve("app"));
            Files.writeString(app.resolve("millrace-glue-jobs.jar"), "jobs");
            Files.writeString(folder.resolve("entry.scala"), "object GlueApp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** As the CDK command gives it. */
    private static Map<String, Object> context() {
        JsonNode file = read(Path.of("..", "cdk.json"));
        Map<String, Object> context = JSON.convertValue(file.path("context"), new TypeReference<>() {});
        context.put("aws:cdk:enable-asset-metadata", file.path("assetMetadata").asBoolean());
        return context;
    }
}
