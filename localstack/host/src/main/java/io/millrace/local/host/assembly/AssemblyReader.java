package io.millrace.local.host.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the templates of a CDK assembly folder. Conditions are ignored: a Kinesis mapping that a condition keeps from
 * being deployed to the emulator is the host's to serve.
 */
public final class AssemblyReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String region;
    private final String account;

    public AssemblyReader(Path folder, String region, String account) {
        this.folder = folder;
        this.region = region;
        this.account = account;
    }

    /** Cheap to compute; changes with every synthesis. Empty while nothing has been synthesised. */
    public String fingerprint() throws IOException {
        StringBuilder print = new StringBuilder();
        for (Path file : files()) {
            print.append(file.getFileName())
                    .append(' ')
                    .append(Files.getLastModifiedTime(file).toMillis())
                    .append(' ')
                    .append(Files.size(file))
                    .append('\n');
        }
        return print.toString();
    }

    /** @throws IOException if a template cannot be read, as while it is being written */
    public Assembly read() throws IOException {
        String fingerprint = fingerprint();
        Map<String, FunctionDefinition> functions = new HashMap<>();
        List<StreamMapping> mappings = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path template : files()) {
            JsonNode resources = JSON.readTree(template.toFile()).path("Resources");
            Map<String, String> names = new HashMap<>();
            ofType(resources, "AWS::Lambda::Function").forEach((id, function) -> {
                String problem = function(id, function, functions, names);
                if (problem != null) {
                    problems.add(problem);
                }
            });
            Intrinsics intrinsics = new Intrinsics(region, account, names);
            ofType(resources, "AWS::Lambda::EventSourceMapping").forEach((id, mapping) -> {
                try {
                    MappingTemplate declared = new MappingTemplate(mapping.path("Properties"), intrinsics);
                    if (declared.ofKinesis()) {
                        mappings.add(declared.read());
                    }
                } catch (IllegalArgumentException e) {
                    problems.add("Cannot serve event source mapping " + id + ": " + e.getMessage());
                }
            });
        }
        return new Assembly(fingerprint, functions, mappings, problems);
    }

    /** Returns what is wrong, or null. CDK's own custom resource providers have no explicit name: the emulator runs them. */
    private @Nullable String function(
            String id, JsonNode function, Map<String, FunctionDefinition> functions, Map<String, String> names) {
        JsonNode properties = function.path("Properties");
        JsonNode name = properties.path("FunctionName");
        if (!name.isTextual() || !properties.path("Runtime").asText().startsWith("java")) {
            return null;
        }
        names.put(id, name.asText());
        JsonNode path = function.path("Metadata").path("aws:asset:path");
        if (!path.isTextual()) {
            return "Cannot find the package of function " + name.asText() + ": no aws:asset:path in its metadata";
        }
        JsonNode reserved = properties.path("ReservedConcurrentExecutions");
        functions.put(
                name.asText(),
                new FunctionDefinition(
                        name.asText(),
                        folder.resolve(path.asText()).normalize(),
                        reserved.isInt() ? reserved.asInt() : null));
        return null;
    }

    private static Map<String, JsonNode> ofType(JsonNode resources, String type) {
        Map<String, JsonNode> found = new HashMap<>();
        resources.properties().forEach(resource -> {
            if (type.equals(resource.getValue().path("Type").asText())) {
                found.put(resource.getKey(), resource.getValue());
            }
        });
        return found;
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".template.json"))
                    .sorted()
                    .toList();
        }
    }
}
