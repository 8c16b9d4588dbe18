package io.millrace.cli;

import io.millrace.audit.Balance;
import io.millrace.audit.DatasetBalance;
import io.millrace.audit.LedgerAudit;
import io.millrace.audit.LedgerReport;
import io.millrace.audit.LedgerScope;
import io.millrace.contract.Contracts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ledger",
        description = {
            "Show that every accepted event is accounted for.",
            "Adds up what each claim counted, by dataset and minute of receipt, checks the two equations, and compares",
            "each minute with what SQL counts in the tables. Exits with 1 on a gap that stays."
        },
        footer = {"", "Example:", "  millrace ledger --dataset orders --from 2h --by-minute"})
final class LedgerCommand extends Subcommand {

    private static final Duration GRACE = Duration.ofSeconds(60);

    @Mixin
    private LedgerOptions options = new LedgerOptions();

    @Option(names = "--by-minute", description = "A line for each minute too, as JSON has anyway.")
    private boolean byMinute;

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            description = "How long a gap may take to close, or commits to come to rest (default: 60s).")
    private Duration grace = GRACE;

    @Mixin
    private PageOption format = new PageOption();

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException {
        Contracts contracts = Contracts.bundled();
        LedgerScope scope = options.scope(contracts);
        try (OpenLake lake = new OpenLake(environment.target())) {
            LedgerReport report = audit(lake).run(contracts, scope, grace);
            if (format.isJson()) {
                print(LedgerJson.of(report));
            } else {
                print(report, byMinute, out());
            }
            report.gaps().forEach(this::say);
            return report.gaps().isEmpty() ? DONE : FAILED;
        }
    }

    /** All of the ledger. */
    static LedgerReport run(OpenLake lake) throws InterruptedException {
        return audit(lake).run(Contracts.bundled(), LedgerScope.ALL, GRACE);
    }

    private static LedgerAudit audit(OpenLake lake) {
        return new LedgerAudit(lake.lake(), lake.target(), lake.queries());
    }

    static void print(LedgerReport report, boolean byMinute, PrintWriter out) {
        for (DatasetBalance dataset : report.datasets()) {
            out.println(dataset.dataset());
            out.println("  " + dataset.total().receivedEquation());
            out.println("  " + dataset.total().bronzeEquation());
            out.println("  the tables hold the same: " + held(dataset.gaps().isEmpty()));
            if (byMinute) {
                dataset.minutes().forEach((minute, balance) -> print(minute.toString(), balance, out));
            }
        }
        if (report.undecodable() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d records could not be decoded: see undecodable_quarantine%n",
                    report.undecodable());
        }
    }

    private static void print(String minute, Balance balance, PrintWriter out) {
        out.println("  " + minute + "  " + balance.receivedEquation() + "; " + balance.bronzeEquation() + "; tables: "
                + held(balance.gaps().isEmpty()));
    }

    private static String held(boolean same) {
        return same ? "yes" : "NO";
    }
}
