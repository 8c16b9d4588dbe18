package io.millrace.job.silver;

import io.millrace.job.Layer;
import java.util.Locale;

/** A table that a model reads, written in its SQL as <code>${silver}.orders_silver</code>. */
record Source(Layer layer, String table) {
    @Override
    public String toString() {
        return layer.name().toLowerCase(Locale.ROOT) + "." + table;
    }
}
