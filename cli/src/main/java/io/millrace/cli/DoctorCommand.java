package io.millrace.cli;

import io.millrace.doctor.Doctor;
import io.millrace.doctor.Finding;
import io.millrace.doctor.Finding.Level;
import io.millrace.rebuild.LedgerRebuild;
import io.millrace.rebuild.RebuildPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = {
            "Look for what this machine lacks, each fault with its fix.",
            "Looks at tools, memory, disk, ports, the state folder, what was installed, the platform's parts and its ledger.",
            "Exits with 1 on a fault; a note costs nothing."
        },
        footer = {
            "",
            "Example:",
            "  millrace doctor",
            "  millrace doctor --rebuild-ledger --dry-run",
            "  millrace doctor --rebuild-ledger --env dev"
        })
final class DoctorCommand extends Subcommand {

    @Option(
            names = "--rebuild-ledger",
            description = {
                "Rebuild a ledger that was deleted, emptied or restored to an earlier point, from the claims and folds on",
                "the object store and the tables' marks. Traffic may go on. Refuses a healthy one."
            })
    private boolean rebuildLedger;

    @Option(names = "--dry-run", description = "With --rebuild-ledger: say what it would write.")
    private boolean dryRun;

    @Mixin
    private EnvironmentOption environment = new EnvironmentOption();

    @Override
    public Integer call() throws IOException {
        if (rebuildLedger) {
            return rebuild();
        }
        if (dryRun) {
            throw new IllegalArgumentException("Cannot do a dry run of looking: --dry-run goes with --rebuild-ledger");
        }
        List<Finding> findings = new ArrayList<>(new Doctor(Checkout.root(), Checkout.state()).look());
        LedgerFinding.of(environment).ifPresent(findings::add);
        for (Finding finding : findings) {
            out().println(word(finding) + finding.what());
            if (finding.level() != Level.FINE) {
                out().println("      fix: " + finding.fix());
            }
        }
        return findings.stream().noneMatch(each -> each.level() == Level.FAULT) ? DONE : FAILED;
    }

    private int rebuild() {
        try (LedgerRebuild ledger = new LedgerRebuild(environment.target())) {
            RebuildPlan plan = ledger.plan();
            if (plan.losses().isEmpty()) {
                say("Cannot rebuild the ledger: it is whole");
                return FAILED;
            }
            plan.losses().forEach(loss -> say("The ledger is lost: " + loss));
            if (dryRun) {
                plan.repairs().forEach(out()::println);
                say("A dry run: nothing was written.");
                return DONE;
            }
            ledger.apply(plan, out()::println);
            say("The ledger is whole again; writers and the committer go on by themselves.");
            return DONE;
        }
    }

    private static String word(Finding finding) {
        return switch (finding.level()) {
            case FINE -> "ok    ";
            case NOTE -> "note  ";
            case FAULT -> "FAULT ";
        };
    }
}
