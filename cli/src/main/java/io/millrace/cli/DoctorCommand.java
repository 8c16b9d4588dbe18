package io.millrace.cli;

import io.millrace.doctor.Doctor;
import io.millrace.doctor.Finding;
import io.millrace.doctor.Finding.Level;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description = {
            "Look for what this machine lacks, each fault with its fix.",
            "Looks at tools, memory, disk, ports, the state folder, what was installed and the platform's parts. Exits with 1",
            "on a fault; a note costs nothing."
        },
        footer = {"", "Example:", "  millrace doctor"})
final class DoctorCommand extends Subcommand {

    @Override
    public Integer call() throws IOException {
        List<Finding> findings = new Doctor(Checkout.root(), Checkout.state()).look();
        for (Finding finding : findings) {
            out().println(word(finding) + finding.what());
            if (finding.level() != Level.FINE) {
                out().println("      fix: " + finding.fix());
            }
        }
        return findings.stream().noneMatch(each -> each.level() == Level.FAULT) ? DONE : FAILED;
    }

    private static String word(Finding finding) {
        return switch (finding.level()) {
            case FINE -> "ok    ";
            case NOTE -> "note  ";
            case FAULT -> "FAULT ";
        };
    }
}
