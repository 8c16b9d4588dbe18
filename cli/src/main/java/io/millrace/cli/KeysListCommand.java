package io.millrace.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.keys.SourceKey;
import io.millrace.keys.SourceKeys;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.time.Instant;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "List all keys as JSON: what they may do and until when; never the keys themselves.",
        footer = {"", "Example:", "  millrace keys list"})
final class KeysListCommand extends Subcommand {

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() {
        Target target = environment.target();
        Instant now = Instant.now();
        ArrayNode keys = JsonNodeFactory.instance.arrayNode();
        for (SourceKey key : new SourceKeys(target).list(StackOutputs.of(target))) {
            ObjectNode json = keys.addObject();
            json.put("id", key.id()).put("source", key.source()).put("status", status(key, now));
            texts(json, "datasets", key.scope().datasets());
            texts(json, "origins", key.scope().origins());
            json.put("createdAt", key.createdAt());
            if (key.validUntil() != null) {
                json.put("validUntil", key.validUntil().toString());
            }
        }
        print(keys);
        return DONE;
    }

    private static String status(SourceKey key, Instant now) {
        if (!key.active()) {
            return "revoked";
        }
        return key.worksAt(now) ? "active" : "expired";
    }

    /** Absent for all. */
    private static void texts(ObjectNode json, String name, Set<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = json.putArray(name);
            texts.stream().sorted().forEach(array::add);
        }
    }
}
