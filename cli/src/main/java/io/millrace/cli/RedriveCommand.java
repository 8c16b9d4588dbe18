package io.millrace.cli;

import io.millrace.lake.aws.SqsWake;
import io.millrace.redrive.DeadLetter;
import io.millrace.redrive.DeadLetters;
import io.millrace.redrive.Redriving;
import io.millrace.target.StackOutputs;
import io.millrace.target.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.sqs.SqsClient;

@Command(
        name = "redrive",
        description = {
            "Do after all what failed to the end of its retries and lies in the dead-letter queues.",
            "No event ever lies there: they stay in the stream until they are claimed. Wakes of the committer are redriven;",
            "a failed migration is named, with what to do."
        },
        footer = {"", "Example:", "  millrace redrive --dry-run"})
final class RedriveCommand extends Subcommand {
    private static final Duration WAKE = Duration.ofSeconds(1);

    @Option(names = "--dry-run", description = "Only say what lies there.")
    private boolean dryRun;

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() {
        Target target = environment.target();
        StackOutputs outputs = StackOutputs.of(target);
        try (SqsClient sqs = target.clients().sqs();
                DeadLetters letters = new DeadLetters(target)) {
            SqsWake wake = new SqsWake(sqs, outputs.need("CommitQueueUrl"), WAKE, Clock.systemUTC());
            Redriving redriving = new Redriving(letters, wake);
            List<DeadLetter> found = dryRun ? redriving.list() : redriving.redrive();
            found.forEach(this::tell);
            boolean left = found.stream().anyMatch(letter -> !Redriving.isDone(letter));
            if (found.isEmpty()) {
                say("Nothing lies in the dead-letter queues");
            }
            return left ? FAILED : DONE;
        }
    }

    private void tell(DeadLetter letter) {
        String error = letter.error().isEmpty() ? "" : ": " + letter.error();
        out().println(letter.failedAt() + " " + letter.function() + " " + fate(letter) + error);
    }

    private String fate(DeadLetter letter) {
        if (!Redriving.isDone(letter)) {
            return "failed; deploy again, or invoke it, then delete the message in " + letter.queue();
        }
        return dryRun ? "failed; redrive would wake it" : "failed; woken";
    }
}
