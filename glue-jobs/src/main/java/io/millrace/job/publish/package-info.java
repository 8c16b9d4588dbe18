/**
 * Write, audit, publish: a table's next version is written beside the one that everybody reads, held to its contract there,
 * and takes its place only if it passes.
 */
@NullMarked
package io.millrace.job.publish;

import org.jspecify.annotations.NullMarked;
