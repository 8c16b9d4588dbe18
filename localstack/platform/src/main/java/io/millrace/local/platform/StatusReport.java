package io.millrace.local.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Asks each part how it is. */
final class StatusReport {

    private final Layout layout;

    StatusReport(Layout layout) {
        this.layout = layout;
    }

    Status make() {
        RunState state = new RunFile(layout.runFile()).read();
        List<Part> parts = Parts.NAMES.stream().map(name -> part(name, state)).toList();
        return new Status(parts);
    }

    private Part part(String name, RunState state) {
        Integer port = state.port(name).orElse(null);
        RunState.Started started = state.part(name).orElse(null);
        if (started == null) {
            return new Part(name, PartState.STOPPED, null, port, "not running", layout.log(name));
        }
        if (started.process().find().isEmpty()) {
            String detail = "process " + started.pid() + " ended unasked; ./millrace up starts it again";
            return new Part(name, PartState.FAILED, null, port, detail, layout.log(name));
        }
        return living(name, state, started);
    }

    private Part living(String name, RunState state, RunState.Started started) {
        Integer port = state.port(name).orElse(null);
        Addresses addresses = Addresses.of(state).orElse(null);
        if (addresses != null && Health.answers(Parts.health(name, addresses))) {
            return new Part(name, PartState.RUNNING, started.pid(), port, "answers", layout.log(name));
        }
        Duration age = Duration.between(started.process().startedAt(), Instant.now());
        boolean young = age.compareTo(Parts.patience(name)) < 0;
        return new Part(
                name,
                young ? PartState.STARTING : PartState.FAILED,
                started.pid(),
                port,
                young ? "does not answer yet" : "does not answer; see its log",
                layout.log(name));
    }
}
