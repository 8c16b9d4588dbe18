/**
 * How the lake grows: shards that are written for days of simulated time through the writer's and the committer's own code
 * and Iceberg's own metadata, with data files that are entries without content. Counts what the ledger is asked for, what a
 * commit costs, and how much metadata stays.
 */
@NullMarked
package io.millrace.bench.scale;

import org.jspecify.annotations.NullMarked;
