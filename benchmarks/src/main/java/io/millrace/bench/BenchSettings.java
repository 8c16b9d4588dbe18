package io.millrace.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, as the command says it: {@code full}, {@code check}, {@code only=P3,P4}, {@code seed=1},
 * {@code json=FILE}.
 *
 * @param full longer runs, and what takes longer altogether
 * @param check whether a missed bar is a failure
 * @param only ids of targets; empty for all
 * @param json where the report is written; null for the checkout's own place
 */
record BenchSettings(
        boolean full,
        boolean check,
        Set<String> only,
        long seed,
        @Nullable Path json) {
    BenchSettings {
        only = Set.copyOf(only);
    }

    static BenchSettings parse(String... arguments) {
        boolean full = false;
        boolean check = false;
        Set<String> only = new HashSet<>();
        long seed = 1;
        Path json = null;
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument) {
                case "full" -> full = true;
                case "check" -> check = true;
                case "only" -> only.addAll(Arrays.asList(value.split(",", -1)));
                case "seed" -> seed = Long.parseLong(value);
                case "json" -> json = Path.of(value);
                default -> throw new IllegalArgumentException("Cannot measure with " + argument);
            }
        }
        return new BenchSettings(full, check, only, seed, json);
    }

    Effort effort() {
        return full ? Effort.FULL : Effort.QUICK;
    }
}
