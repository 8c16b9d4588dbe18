package io.millrace.job.maintenance;

import io.millrace.job.JobContext;
import io.millrace.job.model.Made;
import io.millrace.upkeep.SmallFiles;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.RewriteManifests;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.spark.actions.SparkActions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a table's small manifests again as few: every query reads them before it reads data. */
record Manifests(JobContext context) {
    private static final Logger LOG = LoggerFactory.getLogger(Manifests.class);

    /** How many were written again, or would be in a dry run. */
    int run(Table table) {
        if (table.currentSnapshot() == null) {
            return 0;
        }
        int small = 0;
        for (ManifestFile manifest : table.currentSnapshot().allManifests(table.io())) {
            small += small(manifest) ? 1 : 0;
        }
        if (!SmallFiles.areWorthRewriting(small)) {
            return 0;
        }
        if (context.dryRun()) {
            return small;
        }
        try {
            RewriteManifests action =
                    SparkActions.get(context.spark()).rewriteManifests(table).rewriteIf(Manifests::small);
            Made.of(table).ifPresent(made -> made.write(action::snapshotProperty));
            RewriteManifests.Result result = action.execute();
            int rewritten = 0;
            for (ManifestFile ignored : result.rewrittenManifests()) {
                rewritten++;
            }
            return rewritten;
        } catch (CommitFailedException | ValidationException e) {
            // An append merged some of them meanwhile, which does the same.
            LOG.info("Manifests of {} were changed by another commit; left to the next run", table.name(), e);
            return 0;
        }
    }

    private static boolean small(ManifestFile manifest) {
        return SmallFiles.isSmallManifest(manifest.length());
    }
}
