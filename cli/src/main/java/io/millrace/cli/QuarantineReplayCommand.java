package io.millrace.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import io.millrace.quarantine.QuarantineFilter;
import io.millrace.quarantine.ReplayLambda;
import io.millrace.quarantine.Replaying;
import io.millrace.replay.ReplayFilter;
import io.millrace.replay.ReplayResult;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.lambda.LambdaClient;

@Command(
        name = "replay",
        description = {
            "Bring what keeps its contract now from quarantine into the tables: what the door had rejected into bronze and",
            "silver, what the row rules had rejected into silver. Each event once, however often this is run; what breaks its",
            "contract still stays. Prints what became of the rows as JSON, and returns when the tables show it.",
            "Undecodable records cannot be replayed."
        },
        footer = {
            "",
            "Example: what would a replay bring; then bring it",
            "  millrace quarantine replay --dataset app_events --rule required --dry-run",
            "  millrace quarantine replay --dataset app_events --rule required"
        })
final class QuarantineReplayCommand extends Subcommand {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "An event's id, a batch's id, or a row's position as 'list' prints it.")
    private String id = "";

    @Mixin
    private QuarantineOptions options = new QuarantineOptions();

    @Option(names = "--dry-run", description = "Write nothing: hold the rows to today's contract and count.")
    private boolean dryRun;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "Fail after waiting this long for one commit (default: 3m).")
    private Duration timeout = Duration.ofMinutes(3);

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException {
        QuarantineFilter filter = options.filter(id, false);
        List<ReplayFilter> filters = filter.replays(
                Contracts.bundled().all().stream().map(Contract::dataset).toList());
        Target target = environment.target();
        Map<String, ReplayResult> results = new LinkedHashMap<>();
        try (LambdaClient lambda = target.clients().lambda();
                ProgressLine progress = ProgressLine.on(err())) {
            String function = StackOutputs.of(target).need("ReplayFunction");
            Replaying replaying = new Replaying(new ReplayLambda(lambda, function), PAUSE, timeout, progress::waiting);
            for (ReplayFilter each : filters) {
                results.put(each.dataset(), replaying.replay(each, dryRun));
            }
            if (!dryRun) {
                showInTables(target, progress);
            }
        }
        print(json(results));
        results.forEach(this::sayWhat);
        return DONE;
    }

    private void showInTables(Target target, ProgressLine progress) throws InterruptedException {
        try (OpenLake lake = new OpenLake(target)) {
            lake.commit(timeout, progress);
        }
    }

    private void sayWhat(String dataset, ReplayResult result) {
        if (result.read() > 0) {
            long still = result.stillRejected().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            say(String.format(
                    Locale.ROOT,
                    "%s: %,d %s silver, %,d silver has already, %,d control records; %,d break the contract still",
                    dataset,
                    result.silver(),
                    dryRun ? "would go to" : "went to",
                    result.duplicates(),
                    result.control(),
                    still));
        }
    }

    private ObjectNode json(Map<String, ReplayResult> results) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dry_run", dryRun);
        ArrayNode datasets = json.putArray("datasets");
        results.forEach((dataset, result) -> {
            ObjectNode one = datasets.addObject()
                    .put("dataset", dataset)
                    .put("rows", result.read())
                    .put("silver", result.silver())
                    .put("duplicates", result.duplicates())
                    .put("control", result.control());
            ObjectNode rules = one.putObject("still_rejected");
            result.stillRejected().forEach(rules::put);
        });
        return json;
    }
}
