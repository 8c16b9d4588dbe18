package io.millrace.cli;

import io.millrace.doctor.Doctor;
import io.millrace.doctor.Finding;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description = {
            "Look for what this machine lacks, each fault with its fix.",
            "Looks at tools, ports, the state folder, disk space and the platform's parts. Exits with 1 on a fault."
        },
        footer = {"", "Example:", "  millrace doctor"})
final class DoctorCommand extends Subcommand {

    @Override
    public Integer call() throws IOException {
        List<Finding> findings = new Doctor(Checkout.root(), Checkout.state()).look();
        for (Finding finding : findings) {
            out().println((finding.fine() ? "ok    " : "FAULT ") + finding.what());
            if (!finding.fine()) {
                out().println("      fix: " + finding.fix());
            }
        }
        return findings.stream().allMatch(Finding::fine) ? DONE : FAILED;
    }
}
