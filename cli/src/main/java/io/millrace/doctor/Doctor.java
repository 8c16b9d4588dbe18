package io.millrace.doctor;

import io.millrace.local.platform.Part;
import io.millrace.local.platform.PartState;
import io.millrace.local.platform.Platform;
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
        Status status = Platform.at(root, state).status();
        Machine machine = new Machine(root, state);
        findings.add(machine.stateFolder());
        findings.add(machine.disk());
        findings.add(machine.usualPort(status.running()));
        status.parts().forEach(part -> findings.add(finding(part)));
        return findings;
    }

    private static Finding finding(Part part) {
        String found = part.name() + " is " + part.state().name().toLowerCase(Locale.ROOT)
                + (part.detail().isEmpty() ? "" : ": " + part.detail());
        return part.state() == PartState.FAILED
                ? Finding.broken(found, "run 'millrace up'; its log is " + part.logFile())
                : Finding.fine(found);
    }
}
