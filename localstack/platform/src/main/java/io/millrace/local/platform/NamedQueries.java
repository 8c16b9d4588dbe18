package io.millrace.local.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes Athena's named queries of the synthesised templates: the emulator's CloudFormation knows none. */
final class NamedQueries {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EmulatedAccount account;

    NamedQueries(EmulatedAccount account) {
        this.account = account;
    }

    /** Makes those of the templates in a folder, in the place of others of their names. */
    void make(Path synthesised) {
        for (JsonNode query : templated(synthesised)) {
            String workgroup = query.path("WorkGroup").asText();
            String name = query.path("Name").asText();
            for (String id : ids(workgroup)) {
                if (ask("GetNamedQuery", id(id)).at("/NamedQuery/Name").asText().equals(name)) {
                    ask("DeleteNamedQuery", id(id));
                }
            }
            ask("CreateNamedQuery", query.deepCopy());
        }
    }

    private List<String> ids(String workgroup) {
        List<String> ids = new ArrayList<>();
        ask("ListNamedQueries", JsonNodeFactory.instance.objectNode().put("WorkGroup", workgroup))
                .path("NamedQueryIds")
                .forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private static ObjectNode id(String id) {
        return JsonNodeFactory.instance.objectNode().put("NamedQueryId", id);
    }

    private JsonNode ask(String operation, JsonNode request) {
        String answer = account.ask("athena", "AmazonAthena." + operation, request.toString());
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new PlatformException("Cannot read what Athena." + operation + " answered: " + answer, e);
        }
    }

    private static List<JsonNode> templated(Path synthesised) {
        List<JsonNode> queries = new ArrayList<>();
        try (DirectoryStream<Path> templates = Files.newDirectoryStream(synthesised, "*.template.json")) {
            for (Path template : templates) {
                for (JsonNode resource : JSON.readTree(template.toFile()).path("Resources")) {
                    if (resource.path("Type").asText().equals("AWS::Athena::NamedQuery")) {
                        queries.add(resource.path("Properties"));
                    }
                }
            }
        } catch (IOException e) {
            throw new PlatformException("Cannot read the templates in " + synthesised + ": " + e.getMessage(), e);
        }
        return queries;
    }
}
