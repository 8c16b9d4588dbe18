package io.millrace.job.maintenance;

import io.millrace.job.Layer;
import java.util.Set;

/**
 * What was done to one table.
 *
 * @param tagsMade names
 * @param tagsDropped names
 * @param manifests small ones that were written again
 */
record TableResult(
        Layer layer,
        String table,
        Set<String> tagsMade,
        Set<String> tagsDropped,
        CompactionResult compaction,
        int manifests,
        ExpiryResult expiry) {}
