package io.millrace.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.alert.Alert;
import io.millrace.alert.Severity;
import io.millrace.alerting.Alerting;
import io.millrace.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "test",
        description = {
            "Publish a test alert, wait until it was delivered, and print what Slack got.",
            "It goes the whole way: topic, function, secret, webhook."
        },
        footer = {"", "Example:", "  millrace alert test --severity critical --dataset orders"})
final class AlertTestCommand extends Subcommand {

    @Option(names = "--severity", paramLabel = "S", description = "info, warning, error or critical (default: info).")
    private Severity severity = Severity.INFO;

    @Option(
            names = "--dataset",
            paramLabel = "D",
            description = "Dataset that it is about: its contract names owner and channel.")
    private Optional<String> dataset = Optional.empty();

    @Option(names = "--timeout", paramLabel = "TIME", description = "Fail after this long (default: 60s).")
    private Duration timeout = Duration.ofSeconds(60);

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        Target target = environment.target();
        Alert alert = Alert.firing(severity, "A test of alerts", "test/" + UUID.randomUUID(), Instant.now())
                .saying("Nothing is wrong: somebody tries whether alerts arrive.")
                .about(dataset.orElse(null), null)
                .withRunbook("alerts");
        long begun = System.nanoTime();
        try (Alerting alerting = new Alerting(target)) {
            alerting.publish(alert);
            Optional<String> delivered = alerting.delivered(alert.dedupKey(), timeout);
            if (delivered.isEmpty()) {
                say("The alert was published and not delivered in " + timeout.toSeconds()
                        + " s: see the log of function millrace-" + target.env() + "-alerts");
                return FAILED;
            }
            print(new JsonMapper().readTree(delivered.get()));
        }
        say(String.format(Locale.ROOT, "Delivered in %.1f s", (System.nanoTime() - begun) / 1e9));
        if (target.endpoint() != null) {
            say("What stands in for Slack here shows it at " + target.endpoint() + "/_millrace/slack");
        }
        return DONE;
    }
}
