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
        Health health = Addresses.of(state)
                .map(addresses -> Health.ask(Parts.health(name, addresses)))
                .orElse(new Health(false, false, "has no port"));
        Duration age = Duration.between(started.process().startedAt(), Instant.now());
        PartState found = PartState.RUNNING;
        if (!health.ready()) {
            found = age.compareTo(Parts.patience(name)) < 0 && !health.hopeless()
                    ? PartState.STARTING
                    : PartState.FAILED;
        }
        Integer port = state.port(name).orElse(null);
        return new Part(name, found, started.pid(), port, health.detail(), layout.log(name));
    }
}
