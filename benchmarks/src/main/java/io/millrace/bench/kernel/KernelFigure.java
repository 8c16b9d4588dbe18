package io.millrace.bench.kernel;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a kernel takes for one event.
 *
 * @param cpuNanos CPU time of the process
 * @param wallNanos by the clock on the wall
 * @param wallError half the width of its 99.9 % confidence interval
 * @param allocatedBytes on the heap
 */
record KernelFigure(String name, double cpuNanos, double wallNanos, double wallError, double allocatedBytes) {
    private static final String ROW = "%-20s  %10s  %10s  %10s  %11s";

    /** Figures as lines of text, under a head. */
    static List<String> table(List<KernelFigure> figures) {
        String head = String.format(Locale.ROOT, ROW, "ns an event", "CPU", "wall", "+-", "B allocated");
        return Stream.concat(Stream.of(head), figures.stream().map(KernelFigure::text))
                .toList();
    }

    private String text() {
        return String.format(
                Locale.ROOT, ROW, name, whole(cpuNanos), whole(wallNanos), whole(wallError), whole(allocatedBytes));
    }

    private static String whole(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,.0f", value);
    }
}
