package io.millrace.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.keys.ReaderKey;
import io.millrace.keys.SourceKeys;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Database;

@Command(
        name = "outputs",
        description = "Print as JSON where the environment's endpoints are; what does not exist is absent.",
        footer = {"", "Example:", "  millrace outputs | jq -r .ingestUrl"})
final class OutputsCommand extends Subcommand {

    private static final List<String> LAYERS = List.of("bronze", "silver", "gold", "ops");

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() {
        Target target = environment.target();
        StackOutputs outputs = StackOutputs.of(target);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        target.ingestUrl(outputs).ifPresent(url -> json.put("ingestUrl", url.toString()));
        target.servingUrl(outputs).ifPresent(url -> json.put("apiUrl", url.toString()));
        if (target.endpoint() != null) {
            json.put("awsEndpoint", target.endpoint().toString());
        }
        json.put("region", target.region().id());
        outputs.get("EventStream").ifPresent(stream -> json.put("eventStream", stream));
        new SourceKeys(target).find(SourceKeys.DEFAULT_SOURCE).ifPresent(key -> json.put("writeKey", key));
        ReaderKey.find(target, outputs).ifPresent(key -> json.put("apiKey", key));
        putDatabases(json, target);
        outputs.get("AthenaWorkgroup").ifPresent(workgroup -> json.put("athenaWorkgroup", workgroup));
        outputs.get("AlertsTopicArn").ifPresent(topic -> json.put("alertsTopicArn", topic));
        if (target.endpoint() != null) {
            json.put("slackMessages", target.endpoint() + "/_millrace/slack");
        }
        print(json);
        return DONE;
    }

    private static void putDatabases(ObjectNode json, Target target) {
        try (GlueClient glue = target.clients().glue()) {
            Set<String> existing = glue.getDatabasesPaginator(request -> {}).stream()
                    .flatMap(page -> page.databaseList().stream())
                    .map(Database::name)
                    .collect(Collectors.toSet());
            ObjectNode databases = JsonNodeFactory.instance.objectNode();
            for (String layer : LAYERS) {
                if (existing.contains(target.database(layer))) {
                    databases.put(layer, target.database(layer));
                }
            }
            if (!databases.isEmpty()) {
                json.set("databases", databases);
            }
        }
    }
}
