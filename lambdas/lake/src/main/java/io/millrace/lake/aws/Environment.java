package io.millrace.lake.aws;

import java.util.Map;
import java.util.Optional;

/** A function's environment variables; the functions' settings records read them, nothing else does. */
final class Environment {
    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** @throws IllegalStateException if it is not set, with its name */
    String required(String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Cannot start: environment variable " + name + " is not set");
        }
        return value;
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** @throws IllegalStateException if it is not set or not a positive whole number */
    int positive(String name) {
        String value = required(name);
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalStateException("Cannot start: " + name + " is '" + value + "', not a number", e);
        }
        throw new IllegalStateException("Cannot start: " + name + " is " + value + ", not positive");
    }
}
