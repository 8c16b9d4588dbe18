package io.millrace.doctor;

import io.millrace.local.platform.Ailment;
import io.millrace.local.platform.Part;
import io.millrace.local.platform.PartState;
import io.millrace.local.platform.Platform;
import io.millrace.local.platform.PlatformException;
import io.millrace.local.platform.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks at everything that the local platform needs. */
public final class Doctor {

    private final Path root;
    private final Path state;

    /**
     * @param root of the checkout
     * @param state folder that the platform keeps its data in
     */
    public Doctor(Path root, Path state) {
        this.root = root;
        this.state = state;
    }

    /** What was found, tools first. Starts nothing and changes nothing. */
    public List<Finding> look() throws IOException {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.fine("java " + Runtime.version() + " runs this"));
        Tool.NEEDED.forEach(tool -> findings.add(tool.look()));
        Machine machine = new Machine(root, state);
        findings.add(machine.stateFolder());
        findings.add(machine.disk());
        findings.add(machine.memory());
        platform(machine, findings);
        return findings;
    }

    private void platform(Machine machine, List<Finding> findings) {
        Platform platform = Platform.at(root, state);
        List<Ailment> ailments = platform.ailments();
        ailments.forEach(each -> findings.add(
                each.grave() ? Finding.broken(each.what(), each.cure()) : Finding.note(each.what(), each.cure())));
        try {
            Status status = platform.status();
            findings.add(machine.usualPort(status.running()));
            status.parts().forEach(part -> findings.add(finding(part)));
        } catch (PlatformException unreadable) {
            findings.add(Finding.note("the platform's parts cannot be told", "see above"));
        }
    }

    private static Finding finding(Part part) {
        String found = part.name() + " is " + part.state().name().toLowerCase(Locale.ROOT)
                + (part.detail().isEmpty() ? "" : ": " + part.detail());
        return part.state() == PartState.FAILED
                ? Finding.broken(found, "run 'millrace up'; its log: millrace logs " + part.name())
                : Finding.fine(found);
    }
}
