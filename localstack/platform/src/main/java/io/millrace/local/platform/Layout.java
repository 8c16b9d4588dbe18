package io.millrace.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        return logs().resolve(part + ".log");
    }

    Path runFile() {
        return state.resolve("run/platform.json");
    }

    Path lockFile() {
        return state.resolve("run/lock");
    }

    /** An empty file of AWS profiles. */
    Path noProfiles() {
        return state.resolve("run/no-aws-profiles");
    }

    /** What the emulator keeps over a restart. */
    Path emulatorState() {
        return state.resolve("ministack");
    }

    /** Checkpoints of the host's stream pollers. */
    Path hostState() {
        return state.resolve("host");
    }

    /** Files of the gateway's query engine and of its answers. */
    Path gatewayState() {
        return state.resolve("gateway");
    }

    Path synthesised() {
        return state.resolve("cdk.out");
    }

    Path logs() {
        return state.resolve("logs");
    }

    /** The emulator's files of an account whose other half was lost. */
    Path lost() {
        return state.resolve("ministack.lost");
    }

    /** Code of the function packages, which the host loads. */
    List<Path> functionLibraries() {
        Path lambdas = project.resolve("lambdas");
        if (!Files.isDirectory(lambdas)) {
            return List.of();
        }
        try (Stream<Path> packages = Files.list(lambdas)) {
            return packages.map(folder -> folder.resolve("target/function/lib"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
