package io.millrace.cli;

import io.millrace.audit.Balance;
import io.millrace.audit.LedgerAudit;
import io.millrace.audit.LedgerReport;
import io.millrace.contract.Contracts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "ledger",
        description = {
            "Show that every accepted event is accounted for.",
            "Adds up what each claim counted, by dataset and minute, checks the two equations, and compares the sums with",
            "what SQL counts in the tables. Exits with 1 on a gap."
        },
        footer = {"", "Example:", "  millrace ledger"})
final class LedgerCommand extends Subcommand {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws InterruptedException {
        try (OpenLake lake = new OpenLake(environment.target())) {
            LedgerReport report = run(lake);
            print(report, out());
            report.gaps().forEach(this::say);
            return report.gaps().isEmpty() ? DONE : FAILED;
        }
    }

    static LedgerReport run(OpenLake lake) throws InterruptedException {
        return new LedgerAudit(lake.lake(), lake.target(), lake.queries()).run(Contracts.bundled(), PATIENCE);
    }

    static void print(LedgerReport report, PrintWriter out) {
        for (Balance balance : report.balances()) {
            out.println(balance.dataset());
            out.println("  " + balance.receivedEquation());
            out.println("  " + balance.bronzeEquation());
            out.println("  the tables hold the same: " + (balance.gaps().isEmpty() ? "yes" : "NO"));
        }
        if (report.undecodable() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d records could not be decoded: see undecodable_quarantine%n",
                    report.undecodable());
        }
    }
}
