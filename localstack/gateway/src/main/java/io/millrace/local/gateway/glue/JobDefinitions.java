package io.millrace.local.gateway.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.local.gateway.upstream.EmulatorException;
import io.millrace.local.gateway.upstream.Store;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The jobs that are deployed, as the emulator's catalog has them. How many runs of a job may go on at once is not kept
 * there: it is read from the synthesised template.
 */
record JobDefinitions(Store store, Path assembly) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONCURRENCY = "ExecutionProperty";

    /** @throws GlueException if there is none of that name */
    JobDefinition get(String name) throws GlueException, IOException, InterruptedException {
        JsonNode answer;
        try {
            answer = store.call(
                    "glue",
                    "AWSGlue.GetJob",
                    JsonNodeFactory.instance.objectNode().put("JobName", name));
        } catch (EmulatorException e) {
            throw new GlueException(e.type(), e.getMessage());
        }
        if (!(answer.path("Job") instanceof ObjectNode entry)) {
            throw GlueException.notFound("Job " + name + " not found");
        }
        JsonNode concurrency = templated(name).path(CONCURRENCY);
        if (concurrency.isObject()) {
            entry.set(CONCURRENCY, concurrency);
        }
        return new JobDefinition(entry);
    }

    private JsonNode templated(String name) throws IOException {
        if (Files.isDirectory(assembly)) {
            try (DirectoryStream<Path> templates = Files.newDirectoryStream(assembly, "*.template.json")) {
                for (Path template : templates) {
                    for (JsonNode resource : JSON.readTree(template.toFile()).path("Resources")) {
                        JsonNode properties = resource.path("Properties");
                        if (resource.path("Type").asText().equals("AWS::Glue::Job")
                                && properties.path("Name").asText().equals(name)) {
                            return properties;
                        }
                    }
                }
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }
}
