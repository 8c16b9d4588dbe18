package io.millrace.cli;

import io.millrace.event.Stage;
import io.millrace.quarantine.QuarantineFilter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which quarantined rows a command means. */
final class QuarantineOptions {

    @Option(
            names = "--dataset",
            split = ",",
            paramLabel = "D",
            description = "Only of these datasets; 'undecodable' for what belongs to none (default: all).")
    private List<String> datasets = List.of();

    @Option(names = "--rule", paramLabel = "RULE", description = "Only what broke this rule, as in required or type.")
    private String rule = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Only with this text in the reason.")
    private String reason = "";

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "Only from this stage: door (the sender was told), row, or decode.")
    private @Nullable Stage stage;

    @Option(names = "--source", paramLabel = "SOURCE", description = "Only from this source, the name behind the key.")
    private String source = "";

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Received since: an ISO 8601 instant, or a time ago as in 2h or 7d (default: ever).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Received before (default: now).")
    private @Nullable String to;

    /** @param replayedToo whether rows that were replayed are meant as well */
    QuarantineFilter filter(String id, boolean replayedToo) {
        Instant now = Instant.now();
        return new QuarantineFilter(
                Set.copyOf(datasets),
                stage,
                rule,
                reason,
                source,
                id,
                from == null ? Instant.EPOCH : Moments.parse(from, now),
                to == null ? now.plusSeconds(60) : Moments.parse(to, now),
                replayedToo);
    }
}
