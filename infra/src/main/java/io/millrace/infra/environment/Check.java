package io.millrace.infra.environment;

/** Refuses a setting outside its range, naming it and its value. */
final class Check {
    private Check() {}

    static void range(String setting, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "Cannot use setting " + setting + ": " + value + " is not between " + min + " and " + max);
        }
    }
}
