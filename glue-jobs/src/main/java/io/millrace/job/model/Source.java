package io.millrace.job.model;

import io.millrace.job.Layer;
import java.util.Locale;

/** A table that a model reads, written in its SQL as <code>${silver}.orders_silver</code>. */
public record Source(Layer layer, String table) {
    /** @param text as {@code silver.orders_silver} */
    static Source parse(String text) {
        int dot = text.indexOf('.');
        return new Source(Layer.valueOf(text.substring(0, dot).toUpperCase(Locale.ROOT)), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return layer.name().toLowerCase(Locale.ROOT) + "." + table;
    }
}
