package io.millrace.job.silver;

import io.millrace.job.JobContext;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.Snapshot;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/**
 * Brings one model's table up to its sources. The sources are read as they stand at the beginning, all along; a table
 * that was made of exactly those is left alone.
 */
record ModelRun(JobContext context) {
    /** In place of a snapshot, of a table that has none. */
    private static final String EMPTY = "empty";

    /** @param force whether to make the table again though no source has changed */
    ModelResult run(Model model, boolean force) throws NoSuchTableException {
        ModelTable table = new ModelTable(context.lake(), model.contract());
        Map<String, String> sources = new TreeMap<>();
        for (Source source : model.sources()) {
            sources.put(source.toString(), snapshot(source));
        }
        if (!force && table.madeOf().equals(sources)) {
            return new ModelResult(model.name(), "unchanged", table.rows());
        }
        String sql = model.on(source -> pinned(source, sources));
        if (context.dryRun()) {
            return new ModelResult(
                    model.name(), "would be made", context.spark().sql(sql).count());
        }
        table.prepare();
        context.output(model.contract().layer(), model.name());
        table.replace(context.spark().sql(sql), sources, context.batchId());
        return new ModelResult(model.name(), "made", table.rows());
    }

    private String snapshot(Source source) {
        Snapshot current = context.lake().table(source.layer(), source.table()).currentSnapshot();
        return current == null ? EMPTY : Long.toString(current.snapshotId());
    }

    private String pinned(Source source, Map<String, String> sources) {
        String name = context.input(source.layer(), source.table());
        String snapshot = sources.getOrDefault(source.toString(), EMPTY);
        return snapshot.equals(EMPTY) ? name : name + " VERSION AS OF " + snapshot;
    }
}
