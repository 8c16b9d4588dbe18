/**
 * From the stream to the lake, written once. {@link io.millrace.lake.WriterRun} turns one batch of one shard into data
 * files and a claim; {@link io.millrace.lake.CommitterRun} folds claims into the tables. Both advance one outside effect
 * at a time, so that a crash can be placed between any two. The ledger and the tables' own commit are the only judges;
 * memory never is. See {@code docs/concepts/exactly-once.md}.
 */
@NullMarked
package io.millrace.lake;

import org.jspecify.annotations.NullMarked;
