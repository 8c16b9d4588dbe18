package io.millrace.job.maintenance;

import io.millrace.job.Layer;

/** Files that nothing referred to, in one table's place. */
record OrphanResult(Layer layer, String table, int files, long bytes) {}
