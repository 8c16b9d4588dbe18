package io.millrace.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, as the command says it: {@code full}, {@code check}, {@code kernels}, {@code only=P3,P4},
 * {@code seed=1}, {@code data=FILE}, {@code dataset=NAME}, {@code json=FILE}.
 *
 * @param full longer runs, and what takes longer altogether
 * @param check whether a missed bar is a failure
 * @param kernels the steps one by one, in place of the targets
 * @param only ids of targets; empty for all
 * @param data events to measure with; null for generated ones
 * @param dataset that the events are of; null without such events
 * @param json where the report is written; null for the checkout's own place
 */
record BenchSettings(
        boolean full,
        boolean check,
        boolean kernels,
        Set<String> only,
        long seed,
        @Nullable Path data,
        @Nullable String dataset,
        @Nullable Path json) {
    BenchSettings {
        only = Set.copyOf(only);
        if (kernels && (!only.isEmpty() || check || data != null)) {
            throw new IllegalArgumentException(
                    "Cannot measure kernels and targets at once: kernels are held against nothing, and have events of"
                            + " their own");
        }
        if ((data == null) != (dataset == null)) {
            throw new IllegalArgumentException("Cannot measure with given events: name a file and its dataset");
        }
    }

    static BenchSettings parse(String... arguments) {
        boolean full = false;
        boolean check = false;
        boolean kernels = false;
        Set<String> only = new HashSet<>();
        long seed = 1;
        Path data = null;
        String dataset = null;
        Path json = null;
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument) {
                case "full" -> full = true;
                case "check" -> check = true;
                case "kernels" -> kernels = true;
                case "only" -> only.addAll(Arrays.asList(value.split(",", -1)));
                case "seed" -> seed = Long.parseLong(value);
                case "data" -> data = Path.of(value);
                case "dataset" -> dataset = value;
                case "json" -> json = Path.of(value);
                default -> throw new IllegalArgumentException("Cannot measure with " + argument);
            }
        }
        return new BenchSettings(full, check, kernels, only, seed, data, dataset, json);
    }

    Effort effort() {
        return full ? Effort.FULL : Effort.QUICK;
    }
}
