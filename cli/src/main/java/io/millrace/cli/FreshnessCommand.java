package io.millrace.cli;

import io.millrace.audit.Delay;
import io.millrace.audit.Freshness;
import io.millrace.contract.Contracts;
import io.millrace.query.ResultFormat;
import io.millrace.query.ResultTable;
import io.millrace.query.ResultTable.ResultColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "freshness",
        description = {
            "Measure how long rows took from the door to a visible commit.",
            "Exits with 1 if a table's 99th percentile is above the bound, or nothing was received."
        },
        footer = {"", "Example:", "  millrace freshness --since 15m --max-p99 30s"})
final class FreshnessCommand extends Subcommand {

    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("table_name", "varchar"),
            new ResultColumn("row_count", "bigint"),
            new ResultColumn("p50_seconds", "double"),
            new ResultColumn("p99_seconds", "double"),
            new ResultColumn("max_seconds", "double"),
            new ResultColumn("unmeasured_rows", "bigint"));

    @Option(names = "--max-p99", paramLabel = "TIME", description = "Bound of the 99th percentile (default: 30s).")
    private Duration bound = Duration.ofSeconds(30);

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Rows received since: an ISO 8601 instant, or a time ago as in 15m (default: 1h).")
    private String since = "1h";

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, csv or json (default: table).")
    private ResultFormat format = ResultFormat.TABLE;

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException {
        Instant from = Moments.parse(since, Instant.now());
        try (OpenLake lake = new OpenLake(environment.target())) {
            List<Delay> delays = measure(lake, from);
            if (delays.isEmpty()) {
                say("Cannot measure freshness: no rows were received since " + from);
                return FAILED;
            }
            out().print(format.print(table(delays)));
            out().flush();
            Optional<String> slow = aboveBound(delays, bound);
            slow.ifPresent(this::say);
            return slow.isEmpty() ? DONE : FAILED;
        }
    }

    static List<Delay> measure(OpenLake lake, Instant since) throws InterruptedException {
        return new Freshness(lake.lake(), lake.target(), lake.queries()).measure(Contracts.bundled(), since);
    }

    static ResultTable table(List<Delay> delays) {
        return new ResultTable(
                COLUMNS,
                delays.stream()
                        .map(delay -> List.of(
                                delay.table(),
                                Long.toString(delay.rows()),
                                seconds(delay.p50()),
                                seconds(delay.p99()),
                                seconds(delay.max()),
                                Long.toString(delay.unmeasured())))
                        .toList());
    }

    static Optional<String> aboveBound(List<Delay> delays, Duration bound) {
        return delays.stream()
                .filter(delay -> delay.p99().compareTo(bound) > 0)
                .map(delay -> "Too slow: p99 of " + delay.table() + " is " + seconds(delay.p99()) + " s, above "
                        + seconds(bound) + " s")
                .findFirst();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
