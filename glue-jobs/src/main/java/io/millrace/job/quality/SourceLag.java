package io.millrace.job.quality;

import io.millrace.contract.Severity;
import io.millrace.contract.TableRules;
import io.millrace.job.Lake;
import io.millrace.job.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * How far a model's table is behind its sources: the tag {@code model_NAME} on a source stands at what the table was made of,
 * and the first change after it waits to be in the table.
 */
record SourceLag(Lake lake, Instant now) {
    static final String RULE = "source_freshness";

    /** Sources with a change that has waited for longer than is promised; nothing for a table that has no sources. */
    Optional<CheckResult> of(TableRules rules) {
        if (rules.sources().isEmpty()) {
            return Optional.empty();
        }
        List<String> late = new ArrayList<>();
        for (String source : rules.sources()) {
            if (waiting(rules.table(), source).compareTo(rules.freshness()) > 0) {
                late.add(source);
            }
        }
        return Optional.of(new CheckResult(
                String.join(",", late),
                RULE,
                Dimension.TIMELINESS,
                Severity.QUARANTINE,
                rules.sources().size(),
                late.size(),
                0));
    }

    private Duration waiting(String model, String source) {
        int dot = source.indexOf('.');
        Layer layer = Layer.valueOf(source.substring(0, dot).toUpperCase(Locale.ROOT));
        String name = source.substring(dot + 1);
        if (!lake.has(layer, name)) {
            return Duration.ZERO;
        }
        Table table = lake.table(layer, name);
        SnapshotRef made = table.refs().get("model_" + model);
        Instant changed = now;
        Snapshot snapshot = table.currentSnapshot();
        while (made != null && snapshot != null && snapshot.snapshotId() != made.snapshotId()) {
            if (!snapshot.operation().equals(DataOperations.REPLACE)) {
                changed = Instant.ofEpochMilli(snapshot.timestampMillis());
            }
            Long parent = snapshot.parentId();
            snapshot = parent == null ? null : table.snapshot(parent);
        }
        return Duration.between(changed, now);
    }
}
