package io.millrace.bench.report;

import java.util.Locale;

/** How a figure is written. */
public enum Unit {
    COUNT("%,.0f"),
    TIMES("%.2fx"),
    EVENTS_PER_CORE_SECOND("%,.0f/core-s"),
    MEGABYTES("%.1f MB"),
    MILLISECONDS("%.0f ms"),
    PERCENT("%.1f %%"),
    DOLLARS_PER_MILLION("$%.4f/M");

    private final String format;

    Unit(String format) {
        this.format = format;
    }

    public String text(double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
