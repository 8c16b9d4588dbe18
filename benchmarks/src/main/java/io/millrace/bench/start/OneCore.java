package io.millrace.bench.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a process is kept on one core.
 *
 * @param prefix of its command; empty where the system has no way
 */
record OneCore(List<String> prefix) {
    private static final List<String> PIN = List.of("taskset", "-c", "0");

    static OneCore find() throws InterruptedException {
        List<String> attempt = new ArrayList<>(PIN);
        attempt.add("true");
        try {
            boolean works = new ProcessBuilder(attempt).start().waitFor() == 0;
            return new OneCore(works ? PIN : List.of());
        } catch (IOException e) {
            // No such program: the figure is then one of a process with every core, and says so.
            return new OneCore(List.of());
        }
    }

    String description() {
        return prefix.isEmpty() ? "taskset is missing: NOT on one core" : "pinned to a core";
    }
}
