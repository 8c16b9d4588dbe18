package io.millrace.cli;

import io.millrace.audit.LedgerScope;
import io.millrace.contract.Contract;
import io.millrace.contract.Contracts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of the ledger a command means. */
final class LedgerOptions {

    @Option(names = "--dataset", split = ",", paramLabel = "D", description = "Only these datasets (default: all).")
    private List<String> datasets = List.of();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Received since: an ISO 8601 instant, or a time ago as in 2h or 7d (default: ever).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Received before, to the minute (default: no end).")
    private @Nullable String to;

    /** @throws IllegalArgumentException if a dataset has no contract or the times have none between them */
    LedgerScope scope(Contracts contracts) {
        Set<String> known = contracts.all().stream().map(Contract::dataset).collect(Collectors.toSet());
        for (String dataset : datasets) {
            if (!known.contains(dataset)) {
                throw new IllegalArgumentException("Cannot show the ledger of " + dataset + ": there are contracts of "
                        + String.join(", ", known));
            }
        }
        Instant now = Instant.now();
        Instant begin = from == null ? LedgerScope.ALL.from() : Moments.parse(from, now);
        Instant end = to == null ? LedgerScope.ALL.to() : Moments.parse(to, now);
        return new LedgerScope(Set.copyOf(datasets), begin, end);
    }
}
