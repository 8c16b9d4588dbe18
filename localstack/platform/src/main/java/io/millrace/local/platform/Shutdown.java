package io.millrace.local.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Ends the platform's processes, and no others. */
final class Shutdown {

    /** MiniStack writes all it holds when it is asked to end. */
    private static final Duration EMULATOR_PATIENCE = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunFile runFile;
    private final Progress progress;

    Shutdown(RunFile runFile, Progress progress) {
        this.runFile = runFile;
        this.progress = progress;
    }

    /** Stops all parts, the emulator last: the others still write to it when they end. */
    void all() {
        List<String> order = new ArrayList<>(Parts.NAMES);
        Collections.reverse(order);
        order.forEach(this::part);
    }

    /** Stops one part if it runs, and forgets it. */
    void part(String name) {
        RunState.Started started = runFile.read().part(name).orElse(null);
        if (started == null) {
            return;
        }
        ProcessHandle process = started.process().find().orElse(null);
        if (process == null) {
            // The record of a MiniStack that died unasked stays: the next start learns from it what was lost.
            if (!name.equals(Parts.EMULATOR)) {
                runFile.update(state -> state.withoutPart(name));
            }
            return;
        }
        progress.stage("Stopping " + name);
        Duration patience = name.equals(Parts.EMULATOR) ? EMULATOR_PATIENCE : PATIENCE;
        if (PartRunner.stop(process, patience)) {
            runFile.update(state -> state.withoutPart(name));
        } else {
            progress.warn(name + " (process " + process.pid() + ") did not end within " + patience.toSeconds()
                    + " s and was killed");
            runFile.update(state ->
                    name.equals(Parts.EMULATOR) ? state.withPart(name, started.asKilled()) : state.withoutPart(name));
        }
    }
}
