package io.millrace.local.platform;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where things are: what the checkout holds and what the platform keeps.
 *
 * @param project root of the checkout
 * @param state folder that the platform owns; nothing outside it is ever deleted
 */
record Layout(Path project, Path state) {

    Layout {
        project = project.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
    }

    /** State in {@code .millrace} of the checkout unless {@code MILLRACE_STATE} names another folder. */
    static Layout of(Path project, Map<String, String> environment) {
        String named = environment.getOrDefault("MILLRACE_STATE", "");
        return new Layout(project, named.isBlank() ? project.resolve(".millrace") : Path.of(named));
    }

    Path venv() {
        return state.resolve("venv");
    }

    Path log(String part) {
        return state.resolve("logs").resolve(part + ".log");
    }

    Path runFile() {
        return state.resolve("run/platform.json");
    }

    Path lockFile() {
        return state.resolve("run/lock");
    }

    /** What the emulator keeps over a restart. */
    Path emulatorState() {
        return state.resolve("ministack");
    }

    /** Checkpoints of the host's stream pollers. */
    Path hostState() {
        return state.resolve("host");
    }

    Path synthesised() {
        return state.resolve("cdk.out");
    }
}
