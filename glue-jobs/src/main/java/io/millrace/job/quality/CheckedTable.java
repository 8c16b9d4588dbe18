package io.millrace.job.quality;

import io.millrace.contract.TableRules;
import io.millrace.job.Layer;
import java.util.Locale;

/** A table that a contract says something about. */
record CheckedTable(Layer layer, TableRules rules) {
    String name() {
        return rules.table();
    }

    /** With its layer, as {@code gold.daily_sales_metrics}. */
    String path() {
        return layer.name().toLowerCase(Locale.ROOT) + "." + name();
    }
}
